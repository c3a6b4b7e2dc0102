package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpReceiver} with log records.
 */
class OtlpReceiverLogsTests {

	private final RecordingConsumer consumer = new RecordingConsumer();

	private OtlpReceiver receiver;

	private OtlpClient client;

	@BeforeEach
	void start() throws IOException {
		this.receiver = OtlpReceiver.builder(this.consumer).build().start();
		this.client = new OtlpClient(this.receiver);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void takesALogRecordOfASpan() {
		this.client.post("/v1/logs",
				OtlpRequests.logs(log("Order placed").setTimeUnixNano(5)
					.setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_WARN)
					.setSeverityText("WARN")
					.setEventName("order.placed")
					.addAttributes(OtlpRequests.attribute("thread.name", "main"))
					.setTraceId(ByteString.fromHex(OtlpRequests.TRACE_ID))
					.setSpanId(ByteString.fromHex(OtlpRequests.SPAN_ID))));
		assertThat(this.consumer.logs())
			.containsExactly(new LogRecord(5, 13, "WARN", "Order placed", "order.placed", Map.of("thread.name", "main"),
					OtlpRequests.TRACE_ID, OtlpRequests.SPAN_ID, new Scope("my.library", "1.2"),
					new Resource(Map.of("service.name", "orders", "service.instance.id", "orders-1"))));
		assertThat(this.receiver.stats().logRecords()).isEqualTo(1);
	}

	@Test
	void takesTheTimeOfObservationWhenThereIsNoOther() {
		this.client.post("/v1/logs", OtlpRequests.logs(log("late").setObservedTimeUnixNano(9)));
		assertThat(this.consumer.logs().get(0).timeNanos()).isEqualTo(9);
	}

	@Test
	void putsALogRecordWithAnInvalidTraceIdIntoNoTrace() {
		this.client.post("/v1/logs", OtlpRequests.logs(log("lost").setTraceId(ByteString.copyFrom(new byte[16]))
			.setSpanId(ByteString.fromHex(OtlpRequests.SPAN_ID))));
		assertThat(this.consumer.logs().get(0).traceId()).isEmpty();
		assertThat(this.consumer.logs().get(0).spanId()).isEmpty();
	}

	@Test
	void writesAStructuredBodyAsJson() {
		AnyValue.Builder body = AnyValue.newBuilder()
			.setKvlistValue(KeyValueList.newBuilder()
				.addValues(OtlpRequests.attribute("type", AnyValue.newBuilder().setIntValue(0)))
				.addValues(OtlpRequests.attribute("url", "https://example.org")));
		this.client.post("/v1/logs", OtlpRequests.logs(log("").setBody(body)));
		assertThat(this.consumer.logs().get(0).body()).isEqualTo("{\"type\":0,\"url\":\"https://example.org\"}");
	}

	private static io.opentelemetry.proto.logs.v1.LogRecord.Builder log(String body) {
		return io.opentelemetry.proto.logs.v1.LogRecord.newBuilder()
			.setBody(AnyValue.newBuilder().setStringValue(body));
	}

}
