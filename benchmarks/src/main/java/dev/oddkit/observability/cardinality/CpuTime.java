package dev.oddkit.observability.cardinality;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import com.sun.management.ThreadMXBean;

/**
 * Measures what the benchmarks do in time of the processor instead of the wall, for
 * machines that others use as well. One JVM measures one case; the arguments are the API,
 * the case, the set-up and the number of threads.
 */
public final class CpuTime {

	private static final int ROUNDS = 15;

	private static final int OPERATIONS = 400_000;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private CpuTime() {
	}

	/**
	 * Run.
	 * @param arguments the API, the case, the set-up and the threads
	 * @throws InterruptedException if somebody stops it
	 */
	public static void main(String[] arguments) throws InterruptedException {
		boolean over = arguments[1].equals("over");
		int threads = Integer.parseInt(arguments[3]);
		Operation operation = operation(arguments[0], arguments[2], over);
		double[][] results = new double[threads][];
		Thread[] running = new Thread[threads];
		for (int i = 0; i < threads; i++) {
			int number = i;
			running[i] = new Thread(() -> results[number] = measure(operation));
			running[i].start();
		}
		for (Thread thread : running) {
			thread.join();
		}
		double nanos = Arrays.stream(results).mapToDouble((result) -> result[0]).average().orElse(0);
		double bytes = Arrays.stream(results).mapToDouble((result) -> result[1]).average().orElse(0);
		System.out.printf("%s,%.1f,%.0f%n", String.join(",", arguments), nanos, bytes);
	}

	private static Operation operation(String api, String setup, boolean over) {
		if (api.equals("micrometer")) {
			MicrometerBenchmark benchmark = new MicrometerBenchmark();
			if (setup.equals("spectator")) {
				MicrometerBenchmark.Spectator spectator = new MicrometerBenchmark.Spectator();
				return (users) -> benchmark.spectatorOver(spectator, users);
			}
			MicrometerBenchmark.Shop shop = new MicrometerBenchmark.Shop();
			shop.setup = setup;
			shop.fill();
			return over ? (users) -> benchmark.over(shop, users) : (users) -> benchmark.hit(shop, users);
		}
		OpenTelemetryBenchmark benchmark = new OpenTelemetryBenchmark();
		OpenTelemetryBenchmark.Shop shop = new OpenTelemetryBenchmark.Shop();
		shop.setup = setup;
		shop.fill();
		return over ? (users) -> benchmark.over(shop, users) : (users) -> benchmark.hit(shop, users);
	}

	private static double[] measure(Operation operation) {
		MicrometerBenchmark.Users users = new MicrometerBenchmark.Users();
		users.make();
		double[] nanos = new double[ROUNDS];
		double[] bytes = new double[ROUNDS];
		long thread = Thread.currentThread().getId();
		for (int round = 0; round < ROUNDS; round++) {
			long time = THREADS.getCurrentThreadCpuTime();
			long allocated = THREADS.getThreadAllocatedBytes(thread);
			for (int i = 0; i < OPERATIONS; i++) {
				operation.run(users);
			}
			nanos[round] = (double) (THREADS.getCurrentThreadCpuTime() - time) / OPERATIONS;
			bytes[round] = (double) (THREADS.getThreadAllocatedBytes(thread) - allocated) / OPERATIONS;
		}
		return new double[] { median(nanos), median(bytes) };
	}

	/**
	 * The median of the second half; the first one is the compiler's.
	 */
	private static double median(double[] rounds) {
		double[] warm = Arrays.copyOfRange(rounds, ROUNDS / 2, ROUNDS);
		Arrays.sort(warm);
		return warm[warm.length / 2];
	}

	/**
	 * What is measured.
	 */
	@FunctionalInterface
	private interface Operation {

		void run(MicrometerBenchmark.Users users);

	}

}
