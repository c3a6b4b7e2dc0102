package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.google.protobuf.CodedInputStream;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link OtlpReceiver} refuses.
 */
class OtlpReceiverRefusalTests {

	private final RefusingConsumer consumer = new RefusingConsumer();

	private OtlpReceiver receiver;

	private OtlpClient client;

	@BeforeEach
	void start() throws IOException {
		this.receiver = OtlpReceiver.builder(this.consumer).checkHost(true).build().start();
		this.client = new OtlpClient(this.receiver);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void namesTheThreePathsAtAnyOther() {
		HttpResponse<byte[]> response = this.client.post("/v1/trace", "{}");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(OtlpClient.text(response))
			.isEqualTo("{\"code\":12,\"message\":\"There is nothing at this path; OTLP "
					+ "goes to /v1/traces, /v1/logs and /v1/metrics\"}");
		assertThat(this.receiver.stats().rejected(Rejection.UNKNOWN_PATH)).isEqualTo(1);
	}

	@Test
	void acceptsPostOnly() {
		HttpResponse<byte[]> response = this.client.send(this.client.request("/v1/traces").GET());
		assertThat(response.statusCode()).isEqualTo(405);
		assertThat(response.headers().firstValue("Allow")).contains("POST");
		assertThat(OtlpClient.text(response)).contains("OTLP is sent with POST, not with GET");
		assertThat(this.receiver.stats().rejected(Rejection.METHOD)).isEqualTo(1);
	}

	@Test
	void saysWhichContentTypesItAccepts() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", "text/plain", new byte[0]);
		assertThat(response.statusCode()).isEqualTo(415);
		assertThat(OtlpClient.text(response)).contains(
				"The Content-Type 'text/plain' is not supported; send " + "application/x-protobuf or application/json");
		assertThat(this.receiver.stats().rejected(Rejection.MEDIA_TYPE)).isEqualTo(1);
	}

	@Test
	void saysThatTheContentTypeIsMissing() {
		HttpResponse<byte[]> response = this.client
			.send(this.client.request("/v1/traces").POST(BodyPublishers.noBody()));
		assertThat(response.statusCode()).isEqualTo(415);
		assertThat(OtlpClient.text(response)).contains("The Content-Type is missing");
	}

	@Test
	void pointsGrpcSendersToHttp() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", "application/grpc+proto", new byte[0]);
		assertThat(response.statusCode()).isEqualTo(415);
		assertThat(OtlpClient.text(response)).contains("gRPC").contains("4317").contains("http/protobuf");
	}

	@Test
	void acceptsAContentTypeWithParameters() {
		byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
		assertThat(this.client.post("/v1/traces", "Application/JSON; charset=utf-8", body).statusCode()).isEqualTo(200);
	}

	@Test
	void refusesOtherCompressions() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpClient.JSON, new byte[4], "Content-Encoding",
				"zstd");
		assertThat(response.statusCode()).isEqualTo(415);
		assertThat(OtlpClient.text(response))
			.contains("The Content-Encoding 'zstd' is not supported; send gzip or leave it out");
		assertThat(this.receiver.stats().rejected(Rejection.CONTENT_ENCODING)).isEqualTo(1);
	}

	@Test
	void refusesABodyThatIsNotGzip() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpClient.JSON, new byte[100],
				"Content-Encoding", "gzip");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(OtlpClient.text(response)).contains("not gzip");
	}

	@Test
	void refusesTruncatedGzip() {
		byte[] zipped = OtlpClient.gzip(OtlpRequests.spans(10).toByteArray());
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpClient.JSON,
				Arrays.copyOf(zipped, zipped.length / 2), "Content-Encoding", "gzip");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(this.receiver.stats().rejected(Rejection.MALFORMED)).isEqualTo(1);
	}

	@Test
	void answersMalformedProtobufWithAProtobufStatus() throws IOException {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", OtlpClient.PROTOBUF,
				"no protobuf".getBytes(StandardCharsets.UTF_8));
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/x-protobuf");
		CodedInputStream status = CodedInputStream.newInstance(response.body());
		assertThat(status.readTag() >>> 3).isEqualTo(1);
		assertThat(status.readInt32()).isEqualTo(3);
		assertThat(status.readTag() >>> 3).isEqualTo(2);
		assertThat(status.readString()).startsWith("The body is not a protobuf ExportTraceServiceRequest: ");
		assertThat(status.isAtEnd()).isTrue();
		assertThat(this.receiver.stats().rejected(Rejection.MALFORMED)).isEqualTo(1);
	}

	@Test
	void refusesANameThatIsNotThisMachine() throws IOException {
		String answer = RawClient.exchange(this.receiver.port(), """
				POST /v1/traces HTTP/1.1
				Host: attacker.example:4318
				Content-Type: application/json
				Content-Length: 2
				Connection: close

				{}""");
		assertThat(answer).startsWith("HTTP/1.1 403 ").contains("serves its own machine only");
		assertThat(this.receiver.stats().rejected(Rejection.HOST)).isEqualTo(1);
	}

	@Test
	void tellsTheSenderWhatTheConsumerRefused() throws IOException {
		this.consumer.failure = new TelemetryRefusedException(1, "No place for log records");
		HttpResponse<byte[]> response = this.client.post("/v1/logs", OtlpRequests.logs(2));
		ExportLogsServiceResponse answer = ExportLogsServiceResponse.parseFrom(response.body());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(answer.getPartialSuccess().getRejectedLogRecords()).isEqualTo(1);
		assertThat(answer.getPartialSuccess().getErrorMessage()).isEqualTo("No place for log records");
		assertThat(this.receiver.stats().logRecords()).isEqualTo(1);
		assertThat(this.receiver.stats().refusedRecords()).isEqualTo(1);
	}

	@Test
	void survivesAConsumerThatFails() {
		this.consumer.failure = new IllegalStateException("secret");
		HttpResponse<byte[]> response = this.client.post("/v1/logs", "{}");
		assertThat(response.statusCode()).isEqualTo(500);
		assertThat(OtlpClient.text(response)).contains("The receiver failed to take the request")
			.doesNotContain("secret");
		assertThat(this.receiver.stats().rejected(Rejection.CONSUMER_FAILED)).isEqualTo(1);
		assertThat(this.receiver.stats().requests()).isZero();
	}

	/**
	 * Fails on log records when told so.
	 */
	private static final class RefusingConsumer implements TelemetryConsumer {

		private volatile RuntimeException failure;

		@Override
		public void spans(List<Span> spans) {
		}

		@Override
		public void logs(List<LogRecord> logs) {
			if (this.failure != null) {
				throw this.failure;
			}
		}

		@Override
		public void metrics(List<Metric> metrics) {
		}

	}

}
