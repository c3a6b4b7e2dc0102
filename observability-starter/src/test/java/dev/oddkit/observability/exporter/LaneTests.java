package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import dev.oddkit.observability.UserExporters;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Several receivers of one signal, one of which hangs.
 */
@ExtendWith(OutputCaptureExtension.class)
class LaneTests {

	private static final int MANY = 5000;

	private final FaultyBackend backend = new FaultyBackend();

	@AfterEach
	void close() {
		this.backend.close();
	}

	@Test
	void backendGetsEverythingThoughExportersOfTheApplicationHang(CapturedOutput output) {
		try (Emitter emitter = new Emitter(HangingExporters.class, this.backend)) {
			HangingExporters exporters = emitter.context().getBean(HangingExporters.class);
			emitMany(emitter, () -> this.backend.accepted(Signal.TRACES) == emitter.emitted(Signal.TRACES)
					&& this.backend.accepted(Signal.LOGS) == emitter.emitted(Signal.LOGS));
			assertThat(output.getOut().lines().filter((line) -> line.contains("ExportStatus"))).singleElement()
				.asString()
				.contains("An exporter of the application fails: ", "Exporters$", " is half a queue behind");
			assertThat(emitter.ledger(Signal.TRACES).dropped(LossReason.QUEUE_FULL)).isPositive();
			exporters.goOn.countDown();
			for (Signal signal : List.of(Signal.TRACES, Signal.LOGS)) {
				SignalLedger ledger = emitter.ledger(signal);
				until(() -> ledger.queued() == 0);
				// The line that says how it ended is a log record as well
				await().untilAsserted(
						() -> assertThat(ledger.exported() + ledger.dropped()).isEqualTo(emitter.emitted(signal)));
				assertThat(ledger.queuedText()).isZero();
			}
			assertThat(exporters.spans.size()).isEqualTo((int) emitter.ledger(Signal.TRACES).exported());
		}
	}

	@Test
	void exporterOfTheApplicationGetsEverythingThoughTheBackendHangs() {
		try (Emitter emitter = new Emitter(HangingExporters.class, this.backend, "observability.exporter.timeout=60s",
				"otel.bsp.export.timeout=60s")) {
			HangingExporters exporters = emitter.context().getBean(HangingExporters.class);
			exporters.goOn.countDown();
			this.backend.become(Fault.HANGING);
			emitMany(emitter, () -> exporters.spans.size() == emitter.emitted(Signal.TRACES));
			assertThat(emitter.ledger(Signal.TRACES).dropped()).isPositive();
		}
	}

	@Test
	void exporterThatIsLateGetsAllInTheirOrder() {
		try (Emitter emitter = new Emitter(HangingExporters.class, this.backend)) {
			HangingExporters exporters = emitter.context().getBean(HangingExporters.class);
			for (int i = 0; i < 1000; i++) {
				emitter.context()
					.getBean(OpenTelemetry.class)
					.getTracer("test")
					.spanBuilder(String.valueOf(i))
					.startSpan()
					.end();
			}
			until(() -> this.backend.accepted(Signal.TRACES) == 1000);
			assertThat(emitter.ledger(Signal.TRACES).queued()).isEqualTo(1000);
			exporters.goOn.countDown();
			until(() -> emitter.ledger(Signal.TRACES).exported() == 1000);
			assertThat(exporters.spans).map(Integer::parseInt).hasSize(1000).isSorted();
		}
	}

	@Test
	void endOfTheApplicationWaitsForAnExporterThatIsLate(CapturedOutput output) {
		try (Emitter emitter = new Emitter(AwakeAtTheEnd.class, this.backend)) {
			emitter.emit(10);
			until(() -> this.backend.accepted(Signal.TRACES) == 10);
			AwakeAtTheEnd exporters = emitter.context().getBean(AwakeAtTheEnd.class);
			assertThat(exporters.spans).isEmpty();
			emitter.close();
			assertThat(exporters.spans).hasSize(10);
			assertThat(output).doesNotContain("Telemetry was lost");
		}
	}

	/**
	 * Emit more than the queue holds, but never more at once than a lane.
	 */
	private static void emitMany(Emitter emitter, BooleanSupplier arrived) {
		for (int i = 0; i < MANY; i += 250) {
			emitter.emit(250);
			until(arrived);
		}
	}

	private static void until(BooleanSupplier condition) {
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10)).until(condition::getAsBoolean);
	}

	@Configuration(proxyBeanMethods = false)
	static class HangingExporters {

		final CountDownLatch goOn = new CountDownLatch(1);

		final List<String> spans = new CopyOnWriteArrayList<>();

		@Bean
		SpanExporter archive() {
			return UserExporters.spans((spans) -> {
				hang();
				spans.stream().map(SpanData::getName).forEach(this.spans::add);
				return CompletableResultCode.ofSuccess();
			});
		}

		@Bean
		LogRecordExporter logArchive() {
			return UserExporters.logs((logs) -> {
				hang();
				return CompletableResultCode.ofSuccess();
			});
		}

		private void hang() {
			try {
				this.goOn.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AwakeAtTheEnd extends HangingExporters {

		@EventListener
		void goOn(ContextClosedEvent event) {
			this.goOn.countDown();
		}

	}

}
