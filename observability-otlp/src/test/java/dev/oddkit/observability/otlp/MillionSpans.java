package dev.oddkit.observability.otlp;

import java.util.List;

/**
 * Pushes a million spans, 200,000 log records and 300,000 metric points through a store
 * with default limits while somebody reads; exits with 0 when everything stayed within
 * bounds.
 */
final class MillionSpans {

	private static final int TRACES = 100_000;

	private MillionSpans() {
	}

	public static void main(String[] args) {
		long before = usedAfterCollection();
		TelemetryStore store = new TelemetryStore(StoreLimits.defaults());
		Thread reader = new Thread(() -> read(store));
		reader.setDaemon(true);
		reader.start();
		LargeLoad load = new LargeLoad();
		long start = System.nanoTime();
		for (int i = 0; i < TRACES; i++) {
			List<Span> trace = load.trace();
			store.spans(trace);
			store.logs(load.logs(trace.get(0)));
			if (i % 100 == 0) {
				store.metrics(load.metrics());
			}
		}
		long millis = (System.nanoTime() - start) / 1_000_000;
		reader.interrupt();
		StoreStats stats = store.stats();
		long used = usedAfterCollection() - before;
		System.out.println("maximum heap " + Runtime.getRuntime().maxMemory() + ", used by the store " + used
				+ ", estimated " + stats.bytes() + ", " + millis + " ms");
		System.out.println(stats.traces());
		System.out.println(stats.logs());
		System.out.println(stats.metrics());
		System.out.println("traces listed: " + store.traces().size());
		System.exit((used <= stats.bytes()) ? 0 : 2);
	}

	private static void read(TelemetryStore store) {
		try {
			while (true) {
				store.traces();
				store.logs();
				store.series();
				Thread.sleep(100);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static long usedAfterCollection() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
