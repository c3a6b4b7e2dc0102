package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Span;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What becomes of values that no queue should hold.
 */
class LargeItemTests {

	private static final Duration SOON = Duration.ofSeconds(20);

	@Test
	void fiftyMegabytesInAnAttributeAndInAMessageArriveCutOff() throws IOException {
		RecordingConsumer received = new RecordingConsumer();
		try (OtlpReceiver receiver = OtlpReceiver.builder(received).build().start();
				StartedService service = StartedService.with(
						"observability.exporter.endpoint: http://127.0.0.1:" + receiver.port(),
						"otel.bsp.schedule.delay: 50ms", "otel.blrp.schedule.delay: 50ms")) {
			String large = "x".repeat(50_000_000);
			tracer(service).spanBuilder("large").setAttribute("payload", large).startSpan().end();
			// Not by a logger: the console would print it
			service.context()
				.getBean(OpenTelemetry.class)
				.getLogsBridge()
				.get("shop")
				.logRecordBuilder()
				.setBody(large)
				.emit();
			Span span = received.awaitSpans((spans) -> !spans.isEmpty(), SOON).get(0);
			assertThat((String) span.attributes().get("payload")).hasSize(32768);
			List<LogRecord> logs = received
				.awaitLogs((records) -> records.stream().anyMatch((record) -> record.body().startsWith("xx")), SOON);
			assertThat(logs).filteredOn((record) -> record.body().startsWith("xx"))
				.singleElement()
				.satisfies((record) -> assertThat(record.body()).hasSizeLessThan(32850)
					.endsWith("xx... and 49967232 characters more that were cut off"));
		}
	}

	@Test
	void queueHoldsNoMoreTextThanItMayAndEverySpanIsAccountedFor() {
		try (FaultyBackend backend = new FaultyBackend();
				Emitter emitter = new Emitter(backend, "observability.exporter.queue-memory=1MB",
						"observability.exporter.timeout=20s")) {
			SignalLedger ledger = emitter.ledger(Signal.TRACES);
			backend.become(Fault.HANGING, Signal.TRACES);
			String value = "x".repeat(30_000);
			Tracer tracer = emitter.context().getBean(OpenTelemetry.class).getTracer("test");
			for (int i = 0; i < 200; i++) {
				tracer.spanBuilder("large").setAttribute("payload", value).startSpan().end();
				assertThat(ledger.queuedText()).isLessThanOrEqualTo(1 << 20);
			}
			assertThat(ledger.queued()).isEqualTo(34);
			assertThat(ledger.dropped(LossReason.QUEUE_FULL)).isEqualTo(166);
			backend.become(Fault.NONE);
			await().atMost(SOON).until(() -> ledger.queued() == 0);
			assertThat(ledger.exported()).isEqualTo(backend.accepted(Signal.TRACES));
			assertThat(ledger.exported() + ledger.dropped()).isEqualTo(emitter.emitted(Signal.TRACES));
			assertThat(ledger.queuedText()).isZero();
		}
	}

	@Test
	void eachValueThatIsCutOffIsCounted() {
		try (FaultyBackend backend = new FaultyBackend();
				Emitter emitter = new Emitter(backend, "otel.attribute.value.length.limit=100",
						"observability.logging.max-attribute-length=50")) {
			OpenTelemetry openTelemetry = emitter.context().getBean(OpenTelemetry.class);
			MeterRegistry meters = emitter.context().getBean(MeterRegistry.class);
			double before = cutOff(meters, Signal.LOGS);
			String large = "x".repeat(101);
			openTelemetry.getTracer("test")
				.spanBuilder("large")
				.setAttribute("payload", large)
				.setAttribute(AttributeKey.stringArrayKey("payloads"), List.of(large, "small", large))
				.setAttribute("small", "x".repeat(99))
				.startSpan()
				.addEvent("event", Attributes.of(AttributeKey.stringKey("payload"), large))
				.end();
			openTelemetry.getLogsBridge()
				.get("shop")
				.logRecordBuilder()
				.setBody(large)
				.setAttribute("payload", "x".repeat(51))
				.setAttribute("small", "x".repeat(49))
				.emit();
			assertThat(cutOff(meters, Signal.TRACES)).isEqualTo(4);
			assertThat(cutOff(meters, Signal.LOGS) - before).isEqualTo(2);
		}
	}

	private static double cutOff(MeterRegistry meters, Signal signal) {
		return meters.get("observability.exporter.values.cut").tag("signal", signal.key()).functionCounter().count();
	}

	private static Tracer tracer(StartedService service) {
		return service.context().getBean(OpenTelemetry.class).getTracer("test");
	}

}
