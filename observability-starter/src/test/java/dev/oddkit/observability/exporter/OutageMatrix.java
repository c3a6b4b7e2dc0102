package dev.oddkit.observability.exporter;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures what each fault of a backend costs a service, for each signal alone and for
 * all, in both protocols, and prints {@code docs/benchmarks/outages.csv}. It takes a
 * quarter of an hour and is no test; run it alone with the class path of the tests.
 */
final class OutageMatrix {

	/**
	 * Fewer than the queues hold.
	 */
	private static final int CALLS = 1000;

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final FaultyBackend backend;

	private final Fault fault;

	private final List<Signal> faulty;

	private final Emitter emitter;

	private OutageMatrix(Protocol protocol, Fault fault, List<Signal> faulty) {
		System.setOut(new PrintStream(this.printed, true, StandardCharsets.UTF_8));
		this.fault = fault;
		this.faulty = faulty;
		this.backend = new FaultyBackend(protocol);
		this.emitter = new Emitter(this.backend, "otel.bsp.schedule.delay=200ms", "otel.blrp.schedule.delay=200ms",
				"otel.metric.export.interval=500ms");
	}

	/**
	 * Print the rows.
	 * @param args names of protocols and faults, all if there are none
	 */
	public static void main(String[] args) {
		PrintStream console = System.out;
		console.println("protocol,fault,signals,call_before_us,call_during_us,ratio,lines,spans_lost,points_lost,"
				+ "log_records_lost,unaccounted,recovery_s,stop_s");
		List<String> chosen = List.of(args);
		for (Protocol protocol : Protocol.values()) {
			if (chosen.isEmpty() || chosen.contains(protocol.name())) {
				// The first exports of a JVM may be late, which is no fault of the
				// backend
				new OutageMatrix(protocol, Fault.NONE, List.of(Signal.values())).row();
			}
			for (Fault fault : Fault.values()) {
				if (chosen.isEmpty() || (chosen.contains(fault.name()) && chosen.contains(protocol.name()))) {
					for (Signal signal : Signal.values()) {
						console.println(new OutageMatrix(protocol, fault, List.of(signal)).row());
					}
					console.println(new OutageMatrix(protocol, fault, List.of(Signal.values())).row());
				}
			}
		}
	}

	private String row() {
		for (int i = 0; i < 10; i++) {
			calls();
		}
		double healthy = calls();
		int start = this.printed.size();
		become(this.fault);
		double during = calls();
		until(this.fault.isHarmless() ? 4 : 30, () -> {
			this.emitter.emit(1);
			return this.faulty.stream().allMatch((signal) -> this.emitter.ledger(signal).dropped() > 0);
		});
		become(Fault.NONE);
		long again = System.nanoTime();
		until(60, () -> {
			this.emitter.emit(1);
			return this.emitter.status().isHealthy();
		});
		double recovery = (System.nanoTime() - again) / 1e9;
		drain();
		long lines = this.printed.toString(StandardCharsets.UTF_8)
			.substring(start)
			.lines()
			.filter((line) -> !line.endsWith(": work"))
			.count();
		long unaccounted = unaccounted(Signal.TRACES) + unaccounted(Signal.LOGS);
		String row = "%s,%s,%s,%.1f,%.1f,%.2f,%d,%s,%s,%s".formatted(this.backend.protocol().value(),
				this.fault.name().toLowerCase(Locale.ROOT),
				(this.faulty.size() == 1) ? this.faulty.get(0).key() : "all", healthy, during, during / healthy, lines,
				lost(Signal.TRACES), lost(Signal.METRICS), lost(Signal.LOGS));
		double stop = stop();
		unaccounted += unbooked(Signal.TRACES) + unbooked(Signal.LOGS);
		return row + ",%d,%.1f,%.1f".formatted(unaccounted, recovery, stop);
	}

	private double stop() {
		become(this.fault);
		until(this.fault.isHarmless() ? 0 : 30, () -> {
			this.emitter.emit(1);
			return !this.emitter.status().isHealthy();
		});
		this.emitter.emit(20);
		long start = System.nanoTime();
		this.emitter.close();
		double seconds = (System.nanoTime() - start) / 1e9;
		this.backend.close();
		return seconds;
	}

	private void become(Fault fault) {
		this.backend.become(fault, this.faulty.toArray(Signal[]::new));
	}

	/**
	 * Make business calls that emit a span and a log record each, and let the queues
	 * become empty unless there is a fault.
	 * @return the median of a call in microseconds
	 */
	private double calls() {
		long[] times = new long[CALLS];
		for (int i = 0; i < times.length; i++) {
			long start = System.nanoTime();
			this.emitter.emit(1);
			times[i] = System.nanoTime() - start;
		}
		if (this.printed.size() == 0 || this.emitter.status().isHealthy()) {
			drain();
		}
		Arrays.sort(times);
		return times[times.length / 2] / 1e3;
	}

	private void drain() {
		until(5, () -> this.emitter.ledger(Signal.TRACES).queued() + this.emitter.ledger(Signal.LOGS).queued() == 0);
	}

	private String lost(Signal signal) {
		SignalLedger ledger = this.emitter.ledger(signal);
		String reasons = Stream.of(LossReason.values())
			.filter((reason) -> ledger.dropped(reason) > 0)
			.map((reason) -> ledger.dropped(reason) + " " + reason.key())
			.collect(Collectors.joining("; "));
		return reasons.isEmpty() ? "0" : reasons;
	}

	/**
	 * Compare with what was really emitted and what really arrived.
	 */
	private long unaccounted(Signal signal) {
		SignalLedger ledger = this.emitter.ledger(signal);
		return Math.abs(this.emitter.emitted(signal) - this.backend.accepted(signal) - ledger.dropped());
	}

	/**
	 * Compare what was emitted until the end with what the books say.
	 */
	private long unbooked(Signal signal) {
		SignalLedger ledger = this.emitter.ledger(signal);
		return Math.abs(this.emitter.emitted(signal) - ledger.exported() - ledger.dropped() - ledger.queued());
	}

	private static void until(int seconds, BooleanSupplier condition) {
		long deadline = System.nanoTime() + seconds * 1_000_000_000L;
		while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
			LockSupport.parkNanos(20_000_000);
		}
	}

}
