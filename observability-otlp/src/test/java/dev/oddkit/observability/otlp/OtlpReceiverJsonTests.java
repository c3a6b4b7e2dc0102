package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link OtlpReceiver} with JSON requests in the shape of OTLP's own examples.
 */
class OtlpReceiverJsonTests {

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
	void takesSpansWithHexIdentifiersAndNumbersAsStrings() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", """
				{"resourceSpans": [{
				  "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "my.service"}}]},
				  "scopeSpans": [{
				    "scope": {"name": "my.library", "version": "1.0.0", "attributes": []},
				    "spans": [{
				      "traceId": "5B8EFFF798038103D269B633813FC60C",
				      "spanId": "EEE19B7EC3C1B174",
				      "parentSpanId": "EEE19B7EC3C1B173",
				      "name": "I'm a server span",
				      "startTimeUnixNano": "1544712660000000000",
				      "endTimeUnixNano": 1544712661000000000,
				      "kind": 2,
				      "status": {"code": "STATUS_CODE_ERROR", "message": "no"},
				      "attributes": [{"key": "my.span.attr", "value": {"stringValue": "some value"}}]
				    }]
				  }]
				}]}""");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(OtlpClient.text(response)).isEqualTo("{}");
		assertThat(this.consumer.spans()).containsExactly(new Span("5b8efff798038103d269b633813fc60c",
				"eee19b7ec3c1b174", "eee19b7ec3c1b173", "I'm a server span", SpanKind.SERVER, 1544712660000000000L,
				1544712661000000000L, Map.of("my.span.attr", "some value"), List.of(), List.of(), SpanStatus.ERROR,
				"no", new Scope("my.library", "1.0.0"), new Resource(Map.of("service.name", "my.service"))));
	}

	@Test
	void takesLogRecordsWithEveryKindOfValue() {
		this.client.post("/v1/logs", """
				{"resourceLogs": [{"scopeLogs": [{"logRecords": [{
				  "timeUnixNano": "1544712660300000000",
				  "observedTimeUnixNano": "1544712660300000000",
				  "severityNumber": 10,
				  "severityText": "Information",
				  "traceId": "5B8EFFF798038103D269B633813FC60C",
				  "spanId": "EEE19B7EC3C1B174",
				  "body": {"stringValue": "Example log record"},
				  "attributes": [
				    {"key": "string", "value": {"stringValue": "some string"}},
				    {"key": "boolean", "value": {"boolValue": true}},
				    {"key": "int", "value": {"intValue": "10"}},
				    {"key": "double", "value": {"doubleValue": 637.704}},
				    {"key": "bytes", "value": {"bytesValue": "aGVsbG8="}},
				    {"key": "array", "value": {"arrayValue": {"values": [{"stringValue": "many"}, {}]}}},
				    {"key": "map", "value": {"kvlistValue": {"values": [{"key": "k", "value": null}]}}}
				  ]
				}]}]}]}""");
		LogRecord log = this.consumer.logs().get(0);
		assertThat(log.body()).isEqualTo("Example log record");
		assertThat(log.severityNumber()).isEqualTo(10);
		assertThat(log.traceId()).isEqualTo("5b8efff798038103d269b633813fc60c");
		assertThat(log.attributes()).containsExactly(Map.entry("string", "some string"), Map.entry("boolean", true),
				Map.entry("int", 10L), Map.entry("double", 637.704), Map.entry("bytes", "aGVsbG8="),
				Map.entry("array", List.of("many", "")), Map.entry("map", Map.of("k", "")));
	}

	@Test
	void takesMetricsWithEnumsByNumberAndByName() {
		this.client.post("/v1/metrics", """
				{"resourceMetrics": [{"scopeMetrics": [{"metrics": [
				  {"name": "my.counter", "unit": "1", "sum": {"aggregationTemporality": 1, "isMonotonic": true,
				    "dataPoints": [{"asInt": "5", "timeUnixNano": "2"}]}},
				  {"name": "my.histogram", "histogram": {
				    "aggregation_temporality": "AGGREGATION_TEMPORALITY_CUMULATIVE",
				    "dataPoints": [{"count": "3", "sum": 3, "min": 1, "bucketCounts": ["1", 2],
				      "explicitBounds": [1]}]}},
				  {"name": "my.gauge", "gauge": {"dataPoints": [{"asDouble": "NaN"}]}}
				]}]}]}""");
		assertThat(this.consumer.metrics()).extracting(Metric::name, Metric::temporality, Metric::monotonic)
			.containsExactly(tuple("my.counter", Temporality.DELTA, true),
					tuple("my.histogram", Temporality.CUMULATIVE, false),
					tuple("my.gauge", Temporality.UNSPECIFIED, false));
		assertThat(this.consumer.metrics()).flatExtracting(Metric::points)
			.extracting("value")
			.containsExactly(new NumberValue(5), new HistogramValue(3, 3, 1.0, null, List.of(1.0), List.of(1L, 2L)),
					new NumberValue(Double.NaN));
	}

	@Test
	void skipsFieldsItDoesNotKnow() {
		this.client.post("/v1/traces", """
				{"future": {"a": [1, {"b": 2}]}, "resourceSpans": [{"scopeSpans": [{"spans": [{
				  "traceId": "5B8EFFF798038103D269B633813FC60C", "spanId": "EEE19B7EC3C1B174", "newer": null
				}]}]}]}""");
		assertThat(this.consumer.spans()).hasSize(1);
	}

	@Test
	void answersAPartialSuccessInJson() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces",
				"{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"name\": \"x\"}]}]}]}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(OtlpClient.text(response))
			.isEqualTo("{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"The span 'x' has no valid "
					+ "trace id; it needs 16 bytes that are not all zero\"}}");
	}

	@Test
	void saysWhereTheJsonIsNotOtlp() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces",
				"{\"resourceSpans\": [{\"scopeSpans\": [{\"spans\": [{\"traceId\": \"xyz\"}]}]}]}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(OtlpClient.text(response)).isEqualTo("{\"code\":3,\"message\":\"The JSON is not OTLP: at "
				+ "/resourceSpans/0/scopeSpans/0/spans/0/traceId 'xyz' is not hexadecimal\"}");
	}

	@Test
	void saysWhereTheTextIsNotJson() {
		HttpResponse<byte[]> response = this.client.post("/v1/traces", "{\"resourceSpans\": [}");
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(OtlpClient.text(response)).contains("The body is not JSON: ").contains("line 1, column 20");
	}

}
