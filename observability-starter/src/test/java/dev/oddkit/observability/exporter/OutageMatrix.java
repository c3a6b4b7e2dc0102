package dev.oddkit.observability.exporter;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what each fault of a backend costs a service and prints the table of
 * {@code docs/reliability.md}. It takes some minutes and is no test; run it alone with
 * the class path of the tests.
 */
final class OutageMatrix {

	private static final int CALLS = 2000;

	private final FaultyBackend backend = new FaultyBackend();

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final Fault fault;

	private OutageMatrix(Fault fault) {
		this.fault = fault;
	}

	public static void main(String[] args) {
		PrintStream console = System.out;
		console.println(
				"| fault | a call, before and during | lines | spans lost | log records lost | metric points not delivered |"
						+ " unaccounted | stop |");
		console.println("|---|---|---|---|---|---|---|---|");
		for (Fault fault : Fault.values()) {
			if (args.length == 0 || List.of(args).contains(fault.name())) {
				console.println(new OutageMatrix(fault).row());
			}
		}
	}

	private String row() {
		System.setOut(new PrintStream(this.printed, true, StandardCharsets.UTF_8));
		Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=10s", "otel.bsp.schedule.delay=1s",
				"otel.blrp.schedule.delay=1s", "otel.metric.export.interval=1s");
		calls(emitter);
		long healthy = calls(emitter);
		until(60, () -> Stream.of(Signal.values()).allMatch((signal) -> emitter.ledger(signal).exported() > 0));
		int start = this.printed.size();
		this.backend.become(this.fault);
		long faulty = calls(emitter);
		until(this.fault.isHarmless() ? 8 : 45, () -> {
			emitter.emit(1);
			return Stream.of(Signal.values()).allMatch((signal) -> emitter.ledger(signal).dropped() > 0);
		});
		this.backend.become(Fault.NONE);
		until(30, () -> {
			emitter.emit(1);
			return emitter.status().isHealthy();
		});
		until(30, () -> emitter.ledger(Signal.TRACES).queued() + emitter.ledger(Signal.LOGS).queued() == 0);
		long lines = this.printed.toString(StandardCharsets.UTF_8)
			.substring(start)
			.lines()
			.filter((line) -> !line.endsWith(": work"))
			.count();
		String row = "| %s | %.1f, %.1f us | %d | %s | %s | %s | %d |".formatted(this.fault.name().toLowerCase(),
				healthy / 1e3, faulty / 1e3, lines, lost(emitter, Signal.TRACES), lost(emitter, Signal.LOGS),
				lost(emitter, Signal.METRICS), unaccounted(emitter, Signal.TRACES) + unaccounted(emitter, Signal.LOGS));
		this.backend.become(this.fault);
		until(this.fault.isHarmless() ? 0 : 30, () -> {
			emitter.emit(1);
			return !emitter.status().isHealthy();
		});
		emitter.emit(20);
		long stop = System.nanoTime();
		emitter.close();
		double seconds = (System.nanoTime() - stop) / 1e9;
		this.backend.close();
		return row + " %.1f s |".formatted(seconds);
	}

	/**
	 * Make business calls that emit a span and a log record each.
	 * @return the median of a call in nanoseconds
	 */
	private static long calls(Emitter emitter) {
		long[] times = new long[CALLS];
		for (int i = 0; i < times.length; i++) {
			long start = System.nanoTime();
			emitter.emit(1);
			times[i] = System.nanoTime() - start;
		}
		Arrays.sort(times);
		return times[times.length / 2];
	}

	private static String lost(Emitter emitter, Signal signal) {
		SignalLedger ledger = emitter.ledger(signal);
		String reasons = Stream.of(LossReason.values())
			.filter((reason) -> ledger.dropped(reason) > 0)
			.map((reason) -> ledger.dropped(reason) + " " + reason.key())
			.collect(Collectors.joining(", "));
		return reasons.isEmpty() ? "0" : reasons;
	}

	/**
	 * Compare with what was really emitted and what really arrived.
	 */
	private long unaccounted(Emitter emitter, Signal signal) {
		SignalLedger ledger = emitter.ledger(signal);
		return Math.abs(emitter.emitted(signal) - this.backend.accepted(signal) - ledger.dropped());
	}

	private static void until(int seconds, BooleanSupplier condition) {
		long deadline = System.nanoTime() + seconds * 1_000_000_000L;
		while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
			LockSupport.parkNanos(20_000_000);
		}
	}

}
