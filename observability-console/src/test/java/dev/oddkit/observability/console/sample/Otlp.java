package dev.oddkit.observability.console.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * Posts telemetry as OTLP over HTTP, as one service; fails on any answer but 200.
 */
public final class Otlp {

	private final HttpClient client = HttpClient.newHttpClient();

	private final String endpoint;

	/**
	 * Creates a sender.
	 * @param endpoint base URL of a receiver
	 */
	public Otlp(String endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Posts spans.
	 * @param service name of the service
	 * @param spans the spans
	 */
	public void spans(String service, List<Span> spans) {
		post("/v1/traces",
				ExportTraceServiceRequest.newBuilder()
					.addResourceSpans(ResourceSpans.newBuilder()
						.setResource(resource(service))
						.addScopeSpans(ScopeSpans.newBuilder().setScope(scope()).addAllSpans(spans)))
					.build());
	}

	/**
	 * Posts log records.
	 * @param service name of the service
	 * @param logs the records
	 */
	public void logs(String service, List<LogRecord> logs) {
		post("/v1/logs",
				ExportLogsServiceRequest.newBuilder()
					.addResourceLogs(ResourceLogs.newBuilder()
						.setResource(resource(service))
						.addScopeLogs(ScopeLogs.newBuilder().setScope(scope()).addAllLogRecords(logs)))
					.build());
	}

	/**
	 * Posts metrics.
	 * @param service name of the service
	 * @param metrics the metrics
	 */
	public void metrics(String service, List<Metric> metrics) {
		post("/v1/metrics",
				ExportMetricsServiceRequest.newBuilder()
					.addResourceMetrics(ResourceMetrics.newBuilder()
						.setResource(resource(service))
						.addScopeMetrics(ScopeMetrics.newBuilder().setScope(scope()).addAllMetrics(metrics)))
					.build());
	}

	private void post(String path, Message message) {
		post(path, "application/x-protobuf", message.toByteArray());
	}

	/**
	 * Posts a body as it is.
	 * @param path path of the signal
	 * @param contentType type of the body
	 * @param body the body
	 */
	public void post(String path, String contentType, byte[] body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.endpoint + path))
			.header("Content-Type", contentType)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		try {
			HttpResponse<byte[]> response = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
			if (response.statusCode() != 200) {
				throw new IllegalStateException(path + " answered " + response.statusCode() + " "
						+ new String(response.body(), StandardCharsets.UTF_8));
			}
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException("Nothing answers at " + request.uri(), ex);
		}
	}

	/**
	 * Writes attributes.
	 * @param attributes keys and values
	 * @return the attributes
	 */
	public static List<KeyValue> attributes(Map<String, ?> attributes) {
		return attributes.entrySet()
			.stream()
			.map((entry) -> KeyValue.newBuilder().setKey(entry.getKey()).setValue(value(entry.getValue())).build())
			.toList();
	}

	private static AnyValue value(Object value) {
		if (value instanceof Number number) {
			return AnyValue.newBuilder().setIntValue(number.longValue()).build();
		}
		return AnyValue.newBuilder().setStringValue(value.toString()).build();
	}

	/**
	 * Writes an id.
	 * @param hex the id, empty for none
	 * @return its bytes
	 */
	public static ByteString id(String hex) {
		return ByteString.fromHex(hex);
	}

	private static Resource resource(String service) {
		return Resource.newBuilder()
			.addAllAttributes(attributes(Map.of("service.name", service, "service.instance.id", service + "-1")))
			.build();
	}

	private static InstrumentationScope scope() {
		return InstrumentationScope.newBuilder().setName("sample").setVersion("1.0").build();
	}

}
