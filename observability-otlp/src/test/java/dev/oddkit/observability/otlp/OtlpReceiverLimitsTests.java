package dev.oddkit.observability.otlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the limits of {@link OtlpReceiver}.
 */
class OtlpReceiverLimitsTests {

	private static final String SLOW_BODY = """
			POST /v1/traces HTTP/1.1
			Host: localhost
			Content-Type: application/json
			Content-Length: 1000

			{""";

	private final RecordingConsumer consumer = new RecordingConsumer();

	private OtlpReceiver receiver;

	private OtlpClient client;

	private OtlpReceiver.Builder settings() {
		return OtlpReceiver.builder(this.consumer);
	}

	private void start(OtlpReceiver.Builder settings) throws IOException {
		this.receiver = settings.build().start();
		this.client = new OtlpClient(this.receiver);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void refusesABodyWithoutLength() throws IOException {
		start(settings());
		String answer = RawClient.exchange(this.receiver.port(), """
				POST /v1/traces HTTP/1.1
				Host: localhost
				Content-Type: application/json
				Connection: close

				""");
		assertThat(answer).startsWith("HTTP/1.1 411 ").contains("The Content-Length is missing");
		assertThat(this.receiver.stats().rejected(Rejection.LENGTH_MISSING)).isEqualTo(1);
	}

	@Test
	void refusesALargeBodyAndLetsTheSenderReadWhy() throws IOException {
		start(settings().maxBodyBytes(1_000));
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpClient.JSON, new byte[5_000_000]);
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(OtlpClient.text(response)).contains("The body is larger than the limit of 1000 bytes");
		assertThat(this.receiver.stats().rejected(Rejection.BODY_TOO_LARGE)).isEqualTo(1);
	}

	@Test
	void refusesALargeChunkedBody() throws IOException {
		start(settings().maxBodyBytes(1_000));
		HttpResponse<byte[]> response = this.client.send(this.client.request("/v1/traces")
			.header("Content-Type", OtlpClient.JSON)
			.POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[500_000]))));
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(this.receiver.stats().rejected(Rejection.BODY_TOO_LARGE)).isEqualTo(1);
	}

	@Test
	void acceptsABodyOfExactlyTheLimit() throws IOException {
		byte[] body = OtlpRequests.spans(3).toByteArray();
		start(settings().maxBodyBytes(body.length).maxDecodedBytes(body.length));
		assertThat(this.client.post("/v1/traces", OtlpClient.PROTOBUF, body).statusCode()).isEqualTo(200);
	}

	@Test
	void stopsUnzippingAtTheLimit() throws IOException {
		start(settings().maxDecodedBytes(100_000));
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpClient.JSON,
				OtlpClient.gzip(new byte[50_000_000]), "Content-Encoding", "gzip");
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(OtlpClient.text(response))
			.contains("The decompressed body is larger than the limit of 100000 bytes");
		assertThat(this.receiver.stats().rejected(Rejection.DECODED_TOO_LARGE)).isEqualTo(1);
	}

	@Test
	void refusesMillionsOfTinyPartsInProtobuf() throws IOException {
		start(settings());
		byte[] emptyAttribute = { 0x4a, 0 };
		byte[] attributes = new byte[600_000];
		for (int i = 0; i < attributes.length; i++) {
			attributes[i] = emptyAttribute[i % 2];
		}
		ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
		request.addResourceSpansBuilder()
			.addScopeSpansBuilder()
			.addSpans(io.opentelemetry.proto.trace.v1.Span.parseFrom(ByteString.copyFrom(attributes)));
		HttpResponse<byte[]> response = this.client.post("/v1/traces", request.build());
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(OtlpClient.text(response)).contains("more than 250000 messages and list elements");
	}

	@Test
	void refusesMillionsOfTinyPartsInJson() throws IOException {
		start(settings());
		HttpResponse<byte[]> response = this.client.post("/v1/logs",
				"{\"resourceLogs\":[" + "{},".repeat(260_000) + "{}]}");
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(OtlpClient.text(response)).contains("more than 250000 messages and list elements");
	}

	@Test
	void refusesDeepNesting() throws IOException {
		start(settings());
		AnyValue deep = AnyValue.newBuilder().setStringValue("x".repeat(600_000)).build();
		for (int i = 0; i < 60; i++) {
			AnyValue.Builder outer = AnyValue.newBuilder();
			outer.getArrayValueBuilder().addValues(deep);
			deep = outer.build();
		}
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpRequests
			.spans(OtlpRequests.span().addAttributes(KeyValue.newBuilder().setKey("k").setValue(deep))));
		assertThat(response.statusCode()).isEqualTo(400);
		String json = "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);
		assertThat(this.client.post("/v1/traces", json).statusCode()).isEqualTo(400);
	}

	@Test
	void refusesMoreBytesAtOnceThanItMayHold() throws Exception {
		start(settings());
		int size = 8 * 1024 * 1024;
		String unfinished = SLOW_BODY.replace("1000", String.valueOf(size)) + " ".repeat(size - 2);
		try (Socket first = RawClient.open(this.receiver.port(), unfinished);
				Socket second = RawClient.open(this.receiver.port(), unfinished);
				Socket third = RawClient.open(this.receiver.port(), unfinished)) {
			byte[] body = new byte[size - 1];
			HttpResponse<byte[]> response = Eventually.find("a refusal",
					() -> this.client.post("/v1/traces", OtlpClient.PROTOBUF, body),
					(answer) -> answer.statusCode() == 503);
			assertThat(response.headers().firstValue("Retry-After")).contains("1");
			assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("The receiver is busy");
			assertThat(this.receiver.stats().rejected(Rejection.BUSY)).isPositive();
			first.close();
			second.close();
			third.close();
			Eventually.find("place again", () -> this.client.post("/v1/traces", OtlpClient.PROTOBUF, body),
					(answer) -> answer.statusCode() == 400);
		}
	}

	@Test
	void letsSlowClientsBlockOthersOnlyForAWhile() throws Exception {
		start(settings().maxConcurrentRequests(2).requestTimeout(Duration.ofMillis(300)));
		List<Socket> slow = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			slow.add(RawClient.open(this.receiver.port(), SLOW_BODY));
			slow.add(RawClient.open(this.receiver.port(), "POST /v1/tr"));
		}
		assertThat(this.client.post("/v1/traces", OtlpRequests.spans(1)).statusCode()).isEqualTo(200);
		for (Socket socket : slow) {
			assertThat(RawClient.isCut(socket)).isTrue();
			socket.close();
		}
		assertThat(this.receiver.stats().rejected(Rejection.TIMED_OUT)).isEqualTo(8);
		assertThat(this.receiver.stats().rejected(Rejection.DISCONNECTED)).isZero();
	}

	@Test
	void countsClientsThatLeaveInTheMiddle() throws Exception {
		start(settings());
		RawClient.open(this.receiver.port(), SLOW_BODY).close();
		Eventually.find("one disconnected client", this.receiver::stats,
				(stats) -> stats.rejected(Rejection.DISCONNECTED) == 1);
		assertThat(this.consumer.spans()).isEmpty();
	}

}
