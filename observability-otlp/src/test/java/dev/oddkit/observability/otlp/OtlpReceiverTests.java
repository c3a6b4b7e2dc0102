package dev.oddkit.observability.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link OtlpReceiver} with protobuf requests.
 */
class OtlpReceiverTests {

	private final RecordingConsumer consumer = new RecordingConsumer();

	private OtlpReceiver receiver;

	private OtlpClient client;

	@BeforeEach
	void start() throws IOException {
		this.receiver = OtlpReceiver.builder(this.consumer).port(0).build().start();
		this.client = new OtlpClient(this.receiver);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void takesASpanWithAllItsParts() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces",
				OtlpRequests.spans(OtlpRequests.span()
					.setParentSpanId(ByteString.fromHex("00f067aa0ba902b7"))
					.addAttributes(OtlpRequests.attribute("http.request.method", "GET"))
					.addEvents(io.opentelemetry.proto.trace.v1.Span.Event.newBuilder()
						.setTimeUnixNano(7)
						.setName("exception")
						.addAttributes(OtlpRequests.attribute("exception.type", "OutOfStock")))
					.addLinks(io.opentelemetry.proto.trace.v1.Span.Link.newBuilder()
						.setTraceId(ByteString.fromHex("4bf92f3577b34da6a3ce929d0e0e4736"))
						.setSpanId(ByteString.fromHex("00f067aa0ba902b8")))
					.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR).setMessage("no"))));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/x-protobuf");
		assertThat(response.body()).isEmpty();
		assertThat(this.consumer.spans()).containsExactly(new Span(OtlpRequests.TRACE_ID, OtlpRequests.SPAN_ID,
				"00f067aa0ba902b7", "GET /orders", SpanKind.SERVER, 1_544_712_660_000_000_000L,
				1_544_712_661_000_000_000L, Map.of("http.request.method", "GET"),
				List.of(new SpanEvent(7, "exception", Map.of("exception.type", "OutOfStock"))),
				List.of(new SpanLink("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b8", Map.of())),
				SpanStatus.ERROR, "no", new Scope("my.library", "1.2"),
				new Resource(Map.of("service.name", "orders", "service.instance.id", "orders-1"))));
	}

	@Test
	void takesEveryKindOfAttributeValue() {
		AnyValue.Builder list = AnyValue.newBuilder()
			.setArrayValue(ArrayValue.newBuilder()
				.addValues(AnyValue.newBuilder().setIntValue(1))
				.addValues(AnyValue.newBuilder()));
		AnyValue.Builder map = AnyValue.newBuilder()
			.setKvlistValue(KeyValueList.newBuilder().addValues(OtlpRequests.attribute("a", "b")));
		this.client.post("/v1/traces",
				OtlpRequests.spans(OtlpRequests.span()
					.addAttributes(OtlpRequests.attribute("bool", AnyValue.newBuilder().setBoolValue(true)))
					.addAttributes(OtlpRequests.attribute("long", AnyValue.newBuilder().setIntValue(42)))
					.addAttributes(OtlpRequests.attribute("double", AnyValue.newBuilder().setDoubleValue(0.5)))
					.addAttributes(OtlpRequests.attribute("bytes",
							AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("hello"))))
					.addAttributes(OtlpRequests.attribute("list", list))
					.addAttributes(OtlpRequests.attribute("map", map))));
		assertThat(this.consumer.spans().get(0).attributes()).containsExactly(Map.entry("bool", true),
				Map.entry("long", 42L), Map.entry("double", 0.5), Map.entry("bytes", "aGVsbG8="),
				Map.entry("list", List.of(1L, "")), Map.entry("map", Map.of("a", "b")));
	}

	@Test
	void treatsAParentOfZerosAsNone() {
		this.client.post("/v1/traces",
				OtlpRequests.spans(OtlpRequests.span().setParentSpanId(ByteString.copyFrom(new byte[8]))));
		assertThat(this.consumer.spans().get(0).isRoot()).isTrue();
	}

	@Test
	void takesGzippedAndChunkedBodies() {
		byte[] zipped = OtlpClient.gzip(OtlpRequests.spans(3).toByteArray());
		this.client.post("/v1/traces", OtlpClient.PROTOBUF, zipped, "Content-Encoding", "gzip");
		this.client.send(this.client.request("/v1/traces")
			.header("Content-Type", OtlpClient.PROTOBUF)
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(OtlpRequests.spans(2).toByteArray()))));
		assertThat(this.consumer.spans()).hasSize(5);
		assertThat(this.receiver.stats().requests()).isEqualTo(2);
	}

	@Test
	void leavesOutSpansWithoutIdentifiersAndSaysSo() throws IOException {
		HttpResponse<byte[]> response = this.client.post("/v1/traces",
				OtlpRequests.spans(OtlpRequests.span(), OtlpRequests.span().setSpanId(ByteString.EMPTY)));
		ExportTraceServiceResponse answer = ExportTraceServiceResponse.parseFrom(response.body());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(answer.getPartialSuccess().getRejectedSpans()).isEqualTo(1);
		assertThat(answer.getPartialSuccess().getErrorMessage()).contains("'GET /orders' has no valid span id");
		assertThat(this.consumer.spans()).hasSize(1);
		assertThat(this.receiver.stats().spans()).isEqualTo(1);
		assertThat(this.receiver.stats().invalidRecords()).isEqualTo(1);
	}

	@Test
	void countsWhatItTook() {
		this.client.post("/v1/traces", OtlpRequests.spans(4));
		ReceiverStats stats = this.receiver.stats();
		assertThat(stats.requests()).isEqualTo(1);
		assertThat(stats.spans()).isEqualTo(4);
		assertThat(stats.bytes()).isEqualTo(OtlpRequests.spans(4).getSerializedSize());
		assertThat(stats.rejectedRequests().values()).containsOnly(0L);
	}

	@Test
	void listensOnTheLoopbackAddressOnly() {
		assertThat(this.receiver.endpoint()).isEqualTo("http://127.0.0.1:" + this.receiver.port());
	}

	@Test
	void namesThePortThatIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			OtlpReceiver late = OtlpReceiver.builder(this.consumer).port(taken.getLocalPort()).build();
			assertThatExceptionOfType(IOException.class).isThrownBy(late::start)
				.withMessageContaining("Cannot listen on 127.0.0.1:" + taken.getLocalPort())
				.withMessageContaining("choose another port");
		}
	}

	@Test
	void namesTheSettingThatIsOutOfRange() {
		assertThatIllegalArgumentException().isThrownBy(() -> OtlpReceiver.builder(this.consumer).port(70_000))
			.withMessage("port is 70000; it must be from 0 to 65535");
	}

}
