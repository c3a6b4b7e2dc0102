package dev.oddkit.demo.launcher;

import java.util.concurrent.CountDownLatch;

/**
 * A program that runs and never becomes ready.
 */
final class SilentStandIn {

	private SilentStandIn() {
	}

	public static void main(String[] args) throws InterruptedException {
		System.out.println("Thinking");
		new CountDownLatch(1).await();
	}

}
