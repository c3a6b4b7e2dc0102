package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import dev.oddkit.observability.UserExporters;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What the ledger says while the user's beans stand in the way of the spans, and the
 * backend misbehaves too.
 */
@ExtendWith(OutputCaptureExtension.class)
class UserReceiverTests {

	private final FaultyBackend backend = new FaultyBackend();

	@AfterEach
	void close() {
		this.backend.close();
	}

	@Test
	void spansThatAPredicateKeepsBackAreNeitherExportedNorLost() {
		try (Emitter emitter = new Emitter(Beans.class, this.backend)) {
			SignalLedger ledger = emitter.ledger(Signal.TRACES);
			emitter.emit(100);
			until(() -> this.backend.accepted(Signal.TRACES) == 50);
			this.backend.become(Fault.UNAUTHORIZED);
			emitter.emit(100);
			until(() -> ledger.dropped() == 50);
			this.backend.become(Fault.PARTIAL);
			emitter.emit(100);
			until(() -> ledger.queued() == 0);
			assertThat(ledger.dropped(LossReason.REJECTED)).isEqualTo(50);
			assertThat(ledger.exported()).isEqualTo(this.backend.accepted(Signal.TRACES));
			assertThat(ledger.exported() + ledger.dropped()).isEqualTo(150);
			assertThat(ledger.queuedText()).isZero();
			assertThat(emitter.context().getBean(Beans.class).reported).hasValue(150);
		}
	}

	@Test
	void exporterOfTheUserThatFailsIsNamedAndNotTheBackend(CapturedOutput output) {
		try (Emitter emitter = new Emitter(FailingExporter.class, this.backend)) {
			SignalLedger ledger = emitter.ledger(Signal.TRACES);
			emitter.emit(10);
			until(() -> ledger.dropped(LossReason.FAILED) == 10 && !emitter.status().isHealthy());
			assertThat(this.backend.accepted(Signal.TRACES)).isEqualTo(10);
			assertThat(output.getOut().lines().filter((line) -> line.contains("ExportStatus"))).singleElement()
				.asString()
				.contains("An exporter of the application fails: traces (no disk)");
			FailingExporter.failing = false;
			until(() -> {
				emitter.emit(1);
				return emitter.status().isHealthy();
			});
			until(() -> ledger.queued() == 0);
			assertThat(ledger.exported() + ledger.dropped()).isEqualTo(emitter.emitted(Signal.TRACES));
		}
		finally {
			FailingExporter.failing = true;
		}
	}

	@Test
	void lossesOfAMetricExporterOfTheUserAreCountedBesideAPushThatWorks(CapturedOutput output) {
		try (Emitter emitter = new Emitter(FailingMetrics.class, this.backend)) {
			SignalLedger ledger = emitter.ledger(Signal.METRICS);
			FailingMetrics failing = emitter.context().getBean(FailingMetrics.class);
			until(() -> failing.points.get() > 0 && this.backend.accepted(Signal.METRICS) > 0
					&& !emitter.status().isHealthy() && ledger.dropped(LossReason.FAILED) == failing.points.get()
					&& ledger.exported() == this.backend.accepted(Signal.METRICS));
			assertThat(output.getOut().lines().filter((line) -> line.contains("ExportStatus"))).singleElement()
				.asString()
				.contains("An exporter of the application fails: metrics (IllegalStateException: no disk)");
			failing.broken = false;
			until(() -> emitter.status().isHealthy());
			// Its steps are all that it gets
			assertThat(output).containsPattern("Lost meanwhile: \\d+ metric points \\(\\d+ failed\\)");
		}
	}

	@Test
	void lossesOfALogExporterOfTheUserAreCounted(CapturedOutput output) {
		try (Emitter emitter = new Emitter(FailingLogs.class, this.backend, "observability.exporter.logs.to=none")) {
			SignalLedger ledger = emitter.ledger(Signal.LOGS);
			emitter.emit(10);
			until(() -> ledger.dropped(LossReason.FAILED) >= 10 && !emitter.status().isHealthy());
			// The line that says so is a log record as well
			await().untilAsserted(
					() -> assertThat(ledger.exported() + ledger.dropped()).isEqualTo(emitter.emitted(Signal.LOGS)));
			assertThat(output).contains("An exporter of the application fails: logs (no disk)");
		}
	}

	@Test
	void exporterThatTellsNoOutcomeHasLostItsItemsAfterAWhile() {
		ExportStatus status = new ExportStatus(new Waits());
		SignalLedger ledger = status.ledger(Signal.TRACES);
		ledger.admit(new QueueLimit(1, 100), 42);
		CompletableResultCode outcome = new Delivery(Signal.TRACES, "nowhere", status, Duration.ofMillis(50))
			.book(new Load(1, 42), CompletableResultCode::new);
		until(outcome::isDone);
		assertThat(ledger.dropped(LossReason.TIMEOUT)).isEqualTo(1);
		assertThat(ledger.queued()).isZero();
		assertThat(ledger.queuedText()).isZero();
		status.destroy();
	}

	@Test
	void exporterWithoutAClassThatItNeedsKeepsNoPlaceInTheQueue() {
		ExportStatus status = new ExportStatus(new Waits());
		SignalLedger ledger = status.ledger(Signal.TRACES);
		ledger.admit(new QueueLimit(1, 100), 42);
		CompletableResultCode outcome = new Delivery(Signal.TRACES, "nowhere", status, Duration.ofMinutes(1))
			.book(new Load(1, 42), () -> {
				throw new NoClassDefFoundError("archive");
			});
		assertThat(outcome.isDone()).isTrue();
		assertThat(ledger.dropped(LossReason.FAILED)).isEqualTo(1);
		assertThat(ledger.queued()).isZero();
		status.destroy();
	}

	@Test
	void consoleBesideABackendThatRefusesHasEverySpan(CapturedOutput output) {
		try (Emitter emitter = new Emitter(this.backend, "observability.exporter.traces.to=otlp,console")) {
			SignalLedger ledger = emitter.ledger(Signal.TRACES);
			emitter.emit(10);
			until(() -> this.backend.accepted(Signal.TRACES) == 10);
			this.backend.become(Fault.UNAUTHORIZED);
			emitter.emit(10);
			until(() -> ledger.dropped(LossReason.REJECTED) == 10);
			assertThat(ledger.exported()).isEqualTo(10);
			assertThat(output.getOut().lines().filter((line) -> line.contains("'work'"))).hasSize(20);
		}
	}

	private static void until(BooleanSupplier condition) {
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50)).until(condition::getAsBoolean);
	}

	private static CompletableResultCode noDisk() {
		return CompletableResultCode.ofExceptionalFailure(new IOException("no disk"));
	}

	/**
	 * Keeps every other span back.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Beans {

		private final AtomicInteger spans = new AtomicInteger();

		private final AtomicInteger reported = new AtomicInteger();

		@Bean
		SpanExportingPredicate everyOther() {
			return (span) -> this.spans.getAndIncrement() % 2 == 0;
		}

		@Bean
		SpanFilter renamed() {
			return (span) -> span.setName("renamed " + span.getName());
		}

		@Bean
		SpanReporter reporter() {
			return new SpanReporter() {

				@Override
				public void report(FinishedSpan span) {
					Beans.this.reported.incrementAndGet();
				}

				@Override
				public void close() {
				}

			};
		}

	}

	/**
	 * Gets deltas, so that what it does not take is lost.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FailingMetrics {

		private final AtomicInteger points = new AtomicInteger();

		private volatile boolean broken = true;

		@Bean
		MetricExporter archive() {
			return UserExporters.metrics(AggregationTemporality.DELTA, (metrics) -> {
				if (!this.broken) {
					return CompletableResultCode.ofSuccess();
				}
				metrics.forEach((metric) -> this.points.addAndGet(metric.getData().getPoints().size()));
				throw new IllegalStateException("no disk");
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingLogs {

		@Bean
		LogRecordExporter archive() {
			return UserExporters.logs((logs) -> noDisk());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailingExporter {

		private static volatile boolean failing = true;

		@Bean
		SpanExporter archive() {
			return UserExporters.spans((spans) -> failing ? noDisk() : CompletableResultCode.ofSuccess());
		}

	}

}
