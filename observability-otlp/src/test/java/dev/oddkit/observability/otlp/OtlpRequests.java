package dev.oddkit.observability.otlp;

import java.util.Arrays;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * OTLP requests for tests.
 */
final class OtlpRequests {

	static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

	static final String SPAN_ID = "b7ad6b7169203331";

	private OtlpRequests() {
	}

	static ExportTraceServiceRequest spans(Span.Builder... spans) {
		ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
		var scope = request.addResourceSpansBuilder().setResource(resource()).addScopeSpansBuilder().setScope(scope());
		for (Span.Builder span : spans) {
			scope.addSpans(span);
		}
		return request.build();
	}

	static ExportTraceServiceRequest spans(int count) {
		Span.Builder[] spans = new Span.Builder[count];
		for (int i = 0; i < count; i++) {
			spans[i] = span().setSpanId(ByteString.fromHex(String.format("%016x", i + 1)));
		}
		return spans(spans);
	}

	static Span.Builder span() {
		return Span.newBuilder()
			.setTraceId(ByteString.fromHex(TRACE_ID))
			.setSpanId(ByteString.fromHex(SPAN_ID))
			.setName("GET /orders")
			.setKind(Span.SpanKind.SPAN_KIND_SERVER)
			.setStartTimeUnixNano(1_544_712_660_000_000_000L)
			.setEndTimeUnixNano(1_544_712_661_000_000_000L);
	}

	static ExportLogsServiceRequest logs(LogRecord.Builder... logs) {
		ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
		var scope = request.addResourceLogsBuilder().setResource(resource()).addScopeLogsBuilder().setScope(scope());
		for (LogRecord.Builder log : logs) {
			scope.addLogRecords(log);
		}
		return request.build();
	}

	static ExportLogsServiceRequest logs(int count) {
		LogRecord.Builder[] logs = new LogRecord.Builder[count];
		Arrays.setAll(logs, (i) -> LogRecord.newBuilder());
		return logs(logs);
	}

	static ExportMetricsServiceRequest metrics(Metric.Builder... metrics) {
		ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
		var scope = request.addResourceMetricsBuilder()
			.setResource(resource())
			.addScopeMetricsBuilder()
			.setScope(scope());
		for (Metric.Builder metric : metrics) {
			scope.addMetrics(metric);
		}
		return request.build();
	}

	static KeyValue attribute(String key, String value) {
		return attribute(key, AnyValue.newBuilder().setStringValue(value));
	}

	static KeyValue attribute(String key, AnyValue.Builder value) {
		return KeyValue.newBuilder().setKey(key).setValue(value).build();
	}

	private static Resource resource() {
		return Resource.newBuilder()
			.addAttributes(attribute("service.name", "orders"))
			.addAttributes(attribute("service.instance.id", "orders-1"))
			.build();
	}

	private static InstrumentationScope scope() {
		return InstrumentationScope.newBuilder().setName("my.library").setVersion("1.2").build();
	}

}
