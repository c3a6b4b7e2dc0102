package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Backends that misbehave: what their operators read, and whether each item is accounted
 * for.
 */
@ExtendWith(OutputCaptureExtension.class)
class FaultTests {

	private FaultyBackend backend;

	@AfterEach
	void close() {
		this.backend.close();
	}

	static Stream<Arguments> faults() {
		return Stream.of(Protocol.values())
			.flatMap((protocol) -> Stream
				.of(Fault.REFUSED, Fault.HANGING, Fault.RESET, Fault.BAD_REQUEST, Fault.UNAUTHORIZED, Fault.TOO_LARGE,
						Fault.THROTTLED, Fault.UNAVAILABLE, Fault.LATE, Fault.PARTIAL)
				.map((fault) -> Arguments.of(protocol, fault)));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void faultIsTwoLinesAndEveryItemIsAccountedFor(Protocol protocol, Fault fault, CapturedOutput output) {
		fail(protocol, fault, List.of(Signal.values()), output);
	}

	static Stream<Arguments> signals() {
		return Stream.of(Protocol.values())
			.flatMap((protocol) -> Stream.of(Signal.values()).map((signal) -> Arguments.of(protocol, signal)));
	}

	@ParameterizedTest
	@MethodSource("signals")
	void faultOfOneSignalIsTwoLinesAndLosesNothingOfTheOthers(Protocol protocol, Signal signal, CapturedOutput output) {
		fail(protocol, Fault.UNAUTHORIZED, List.of(signal), output);
	}

	private void fail(Protocol protocol, Fault fault, List<Signal> faulty, CapturedOutput output) {
		this.backend = new FaultyBackend(protocol);
		try (Emitter emitter = new Emitter(this.backend)) {
			// The first export of a JVM may be late, which is no fault of the backend
			until(() -> {
				emitter.emit(1);
				return emitter.status().isHealthy()
						&& Stream.of(Signal.values()).allMatch((signal) -> emitter.ledger(signal).exported() > 0);
			});
			// A port that closes may keep the answer to what it took
			until(() -> emitter.ledger(Signal.TRACES).queued() + emitter.ledger(Signal.LOGS).queued() == 0);
			Map<Signal, Long> before = Stream.of(Signal.values())
				.collect(Collectors.toMap(Function.identity(), (signal) -> emitter.ledger(signal).dropped()));
			int start = output.getAll().length();
			this.backend.become(fault, faulty.toArray(Signal[]::new));
			until(() -> {
				emitter.emit(1);
				// A loss is booked before it is said
				return !emitter.status().isHealthy() && faulty.stream()
					.allMatch((signal) -> emitter.ledger(signal).dropped(fault.reason(protocol)) > 0);
			});
			this.backend.become(Fault.NONE);
			until(() -> {
				emitter.emit(1);
				return emitter.status().isHealthy();
			});
			List<String> lines = output.getAll()
				.substring(start)
				.lines()
				.filter((line) -> !line.endsWith(": work"))
				.toList();
			assertThat(lines).hasSize(2);
			assertThat(lines.get(0)).contains("WARN")
				.containsAnyOf(faulty.stream().map(this.backend::endpoint).toArray(String[]::new));
			assertThat(lines.get(1)).contains("INFO")
				.containsPattern("Telemetry is delivered again after \\d+ s. Lost meanwhile: (\\d+|steps of metrics)");
			for (Signal signal : Signal.values()) {
				SignalLedger ledger = emitter.ledger(signal);
				long lost = ledger.dropped() - before.get(signal);
				assertThat(lost > 0).isEqualTo(faulty.contains(signal));
				if (fault != Fault.HANGING) {
					// What hangs ends with a broken connection, perhaps too late to try
					// again
					assertThat(lost).isLessThanOrEqualTo(ledger.dropped(fault.reason(protocol)));
				}
				if (signal != Signal.METRICS) {
					until(() -> ledger.queued() == 0);
					assertThat(ledger.exported() + ledger.dropped()).isEqualTo(emitter.emitted(signal));
					assertThat(ledger.exported()).isEqualTo(this.backend.accepted(signal));
				}
			}
		}
	}

	@Test
	void messageOfTheBackendIsInTheLine(CapturedOutput output) {
		this.backend = new FaultyBackend();
		this.backend.become(Fault.PARTIAL);
		try (Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=20s")) {
			emitter.emit(3);
			until(() -> !emitter.status().isHealthy());
			assertThat(output).contains(" does not accept all telemetry: 1 of ")
				.contains("rejected (" + ExportItems.MESSAGE + ")");
		}
	}

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void exportMayTakeLongerThanTheSdkWaitsBeforeTheNextOne(Protocol protocol, CapturedOutput output) {
		this.backend = new FaultyBackend(protocol);
		this.backend.become(Fault.SLOW);
		try (Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=20s",
				"otel.bsp.export.timeout=100ms", "otel.blrp.export.timeout=100ms", "observability.metrics.to=none")) {
			emitter.emit(10);
			until(() -> this.backend.accepted(Signal.TRACES) == 10 && emitter.ledger(Signal.TRACES).queued() == 0
					&& emitter.ledger(Signal.LOGS).exported() == emitter.emitted(Signal.LOGS));
			assertThat(emitter.ledger(Signal.TRACES).exported()).isEqualTo(10);
			assertThat(output.getAll()).doesNotContain("ExportStatus");
		}
	}

	@Test
	void overflowIsSaidAndCounted(CapturedOutput output) {
		this.backend = new FaultyBackend();
		this.backend.become(Fault.SLOW);
		try (Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=20s",
				"otel.bsp.max.queue.size=40", "otel.bsp.max.export.batch.size=10", "observability.metrics.to=none",
				"observability.exporter.logs.to=none")) {
			SignalLedger ledger = emitter.ledger(Signal.TRACES);
			until(() -> {
				emitter.emit(50);
				assertThat(ledger.queued()).isLessThanOrEqualTo(40);
				return !emitter.status().isHealthy();
			});
			assertThat(output).contains("the queue of traces is full");
			assertThat(ledger.dropped(LossReason.QUEUE_FULL)).isPositive();
			until(() -> ledger.exported() + ledger.dropped() + ledger.queued() == emitter.emitted(Signal.TRACES));
		}
	}

	@Test
	void callerIsNotHeldWhileTheBackendHangsAndTheQueueIsFull() {
		this.backend = new FaultyBackend();
		this.backend.become(Fault.HANGING);
		try (Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=20s",
				"observability.sdk.shutdown-timeout=100ms", "otel.bsp.max.queue.size=40",
				"otel.bsp.max.export.batch.size=10", "otel.blrp.max.queue.size=40",
				"otel.blrp.max.export.batch.size=10")) {
			emitter.emit(100);
			long start = System.nanoTime();
			emitter.emit(5000);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
			assertThat(emitter.ledger(Signal.TRACES).dropped(LossReason.QUEUE_FULL)).isGreaterThan(5000);
			assertThat(emitter.ledger(Signal.LOGS).dropped(LossReason.QUEUE_FULL)).isGreaterThan(5000);
		}
	}

	@Test
	void timeoutOfOneSignalIsItsOwn() {
		this.backend = new FaultyBackend();
		this.backend.become(Fault.HANGING);
		try (Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=60s",
				"observability.exporter.traces.timeout=300ms", "observability.sdk.shutdown-timeout=100ms")) {
			emitter.emit(1);
			until(() -> emitter.ledger(Signal.TRACES).dropped(LossReason.TIMEOUT) == 1);
			assertThat(emitter.ledger(Signal.LOGS).dropped()).isZero();
			assertThat(emitter.ledger(Signal.LOGS).queued()).isPositive();
		}
	}

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void backendIsLeftAloneForAsLongAsItAsks(Protocol protocol) {
		this.backend = new FaultyBackend(protocol);
		this.backend.become(Fault.THROTTLED);
		try (Emitter emitter = new Emitter(this.backend, "observability.metrics.to=none",
				"observability.exporter.logs.to=none")) {
			emitter.emit(1);
			until(() -> {
				emitter.emit(1);
				return this.backend.arrivals().size() >= 3;
			});
			List<Long> arrivals = this.backend.arrivals();
			for (int i = 1; i < arrivals.size(); i++) {
				assertThat(Duration.ofNanos(arrivals.get(i) - arrivals.get(i - 1)))
					.isGreaterThan(Duration.ofMillis(950));
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Protocol.class)
	void booksAreExactAfterAnEndWithExportsOnTheirWay(Protocol protocol) {
		this.backend = new FaultyBackend(protocol);
		this.backend.become(Fault.HANGING);
		Emitter emitter = new Emitter(this.backend, "observability.sdk.shutdown-timeout=300ms",
				"otel.bsp.max.export.batch.size=10", "otel.blrp.max.export.batch.size=10");
		emitter.emit(25);
		until(() -> this.backend.arrivals().size() >= 2);
		emitter.emit(25);
		emitter.close();
		for (Signal signal : List.of(Signal.TRACES, Signal.LOGS)) {
			SignalLedger ledger = emitter.ledger(signal);
			assertThat(ledger.exported() + ledger.dropped()).isEqualTo(emitter.emitted(signal));
			assertThat(ledger.queued()).isZero();
			assertThat(ledger.queuedText()).isZero();
		}
	}

	@Test
	void endWithADeadBackendIsQuickAndSaysWhatIsLost(CapturedOutput output) {
		this.backend = new FaultyBackend();
		this.backend.become(Fault.HANGING);
		Emitter emitter = new Emitter(this.backend, "observability.sdk.shutdown-timeout=300ms",
				"observability.exporter.timeout=20s", "otel.metric.export.interval=30s");
		emitter.emit(3);
		long start = System.nanoTime();
		emitter.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
		assertThat(output.getAll().lines().filter((line) -> line.contains("WARN"))).singleElement()
			.asString()
			.contains("Telemetry was lost at the end: 3 spans (3 shutdown)");
	}

	@Test
	void endMayTakeThreeSecondsForAllSignalsTogether() {
		this.backend = new FaultyBackend();
		this.backend.become(Fault.HANGING);
		Emitter emitter = new Emitter(this.backend, "observability.exporter.timeout=20s");
		emitter.emit(3);
		long start = System.nanoTime();
		emitter.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
	}

	private static void until(BooleanSupplier condition) {
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(condition::getAsBoolean);
	}

}
