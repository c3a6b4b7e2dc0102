package dev.oddkit.stack.verify;

import java.util.List;
import java.util.Map;

/**
 * Places an order, or looks for a service of yours, and walks every hop behind it. Ends
 * with 0 when all of them work, 1 at the first one that does not, 2 on a wrong flag.
 */
public final class VerifyMain {

	private VerifyMain() {
	}

	/**
	 * Walks.
	 * @param args flags, see {@code --help}
	 */
	public static void main(String[] args) {
		System.exit(run(List.of(args), System.getenv(), System.out::println));
	}

	static int run(List<String> args, Map<String, String> environment, Report.Printer out) {
		if (args.contains("--help")) {
			out.print(Flags.help());
			return 0;
		}
		Flags flags;
		try {
			flags = Flags.parse(args, environment);
		}
		catch (IllegalArgumentException ex) {
			out.print(ex.getMessage() + "\nSee --help.");
			return 2;
		}
		Walk walk = new Walk(flags, new Http());
		return new Report(out).walk(Hops.of(walk)) ? 0 : 1;
	}

}
