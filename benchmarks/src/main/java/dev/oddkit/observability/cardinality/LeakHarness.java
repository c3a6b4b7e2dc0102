package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Prints how much the retained heap grows by distinct values, on one path or on all of
 * them. One JVM for each path; the arguments are the path and the number of values, ten
 * million by default.
 */
public final class LeakHarness {

	private static final int FIRST = 20_000;

	private LeakHarness() {
	}

	/**
	 * Run.
	 * @param arguments the path and the number of values
	 */
	public static void main(String[] arguments) {
		if (arguments.length == 0) {
			System.out.println("One of " + List.copyOf(LeakPaths.NAMES));
			return;
		}
		int values = (arguments.length > 1) ? Integer.parseInt(arguments[1]) : 10_000_000;
		LeakPaths paths = new LeakPaths();
		IntConsumer record = paths.named(arguments[0]);
		for (int i = 0; i < FIRST; i++) {
			record.accept(i);
		}
		long before = retained();
		for (int i = FIRST; i < values; i++) {
			record.accept(i);
			if (i % 1_000_000 == 0) {
				paths.endEpoch();
			}
		}
		System.out.printf("| %s | %.2f MiB |%n", arguments[0], (retained() - before) / 1024.0 / 1024.0);
		record.accept(0);
	}

	static long retained() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
