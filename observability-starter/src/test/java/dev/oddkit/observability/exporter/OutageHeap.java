package dev.oddkit.observability.exporter;

import java.lang.management.ManagementFactory;

import io.opentelemetry.api.OpenTelemetry;

/**
 * Measures what an outage retains while every span and log record carries a megabyte, for
 * {@code docs/reliability.md}. It is no test; run it alone with the class path of the
 * tests and, as arguments, the properties to compare.
 */
final class OutageHeap {

	private static final int ITEMS = 3000;

	private OutageHeap() {
	}

	public static void main(String[] properties) {
		try (FaultyBackend backend = new FaultyBackend(); Emitter emitter = new Emitter(backend, properties)) {
			backend.become(Fault.HANGING);
			emitter.emit(1);
			long before = retained();
			String end = "no error";
			OpenTelemetry api = emitter.context().getBean(OpenTelemetry.class);
			try {
				for (int i = 0; i < ITEMS; i++) {
					api.getTracer("test")
						.spanBuilder("large")
						.setAttribute("payload", "x".repeat(1_000_000))
						.startSpan()
						.end();
					api.getLogsBridge().get("test").logRecordBuilder().setBody("x".repeat(1_000_000)).emit();
				}
			}
			catch (OutOfMemoryError ex) {
				end = ex.toString();
			}
			System.out.printf("%s: %s spans and %s log records wait, %.1f MiB more retained, %s%n",
					String.join(" ", properties), emitter.ledger(Signal.TRACES).queued(),
					emitter.ledger(Signal.LOGS).queued(), (retained() - before) / 1048576.0, end);
		}
	}

	private static long retained() {
		for (int i = 0; i < 3; i++) {
			System.gc();
		}
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

}
