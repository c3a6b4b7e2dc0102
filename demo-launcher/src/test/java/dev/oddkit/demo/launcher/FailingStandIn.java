package dev.oddkit.demo.launcher;

/**
 * A program that ends at once, with a reason.
 */
final class FailingStandIn {

	private FailingStandIn() {
	}

	public static void main(String[] args) {
		System.err.println("Something needed is missing");
		System.exit(3);
	}

}
