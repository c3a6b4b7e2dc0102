package dev.oddkit.stack.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reaches a vendor through the real Collector; needs {@code otelcol} on the path.
 */
class VendorTests {

	private static final String KEY = "k3y-from-a-file";

	private static final String RESOURCE = "\"resource\":{\"attributes\":[{\"key\":\"service.name\",\"value\":{\"stringValue\":\"orders\"}}]}";

	@TempDir
	Path folder;

	@Test
	void getsAllSignalsWithTheHeadersOfTheFile() throws Exception {
		try (VendorReceiver vendor = new VendorReceiver("x-api-key", KEY);
				RunningCollector collector = start("vendor-otlp.yaml", "x-api-key: " + KEY, vendor)) {
			sendAll(collector);
			ExportTraceServiceRequest traces = ExportTraceServiceRequest
				.parseFrom(vendor.await("/v1/traces", (request) -> true).body());
			assertThat(traces.getResourceSpans(0).getScopeSpans(0).getSpans(0).getName()).isEqualTo("GET /bills");
			ExportLogsServiceRequest logs = ExportLogsServiceRequest
				.parseFrom(vendor.await("/v1/logs", (request) -> true).body());
			assertThat(logs.toString()).contains("paid").contains("****").doesNotContain("hunter2");
			vendor.await("/v1/metrics", (request) -> metric(request, "shop.sold") != null);
		}
	}

	@Test
	void getsMetricsMadeOfSpansToo() throws Exception {
		try (VendorReceiver vendor = new VendorReceiver("x-api-key", KEY);
				RunningCollector collector = start("vendor-otlp.yaml", "x-api-key: " + KEY, vendor)) {
			sendAll(collector);
			vendor.await("/v1/metrics", (request) -> metric(request, "traces.span.metrics.calls") != null);
		}
	}

	@Test
	void getsDeltasWhenItIsDatadog() throws Exception {
		try (VendorReceiver datadog = new VendorReceiver("dd-api-key", KEY);
				RunningCollector collector = start("vendor-datadog.yaml", "dd-api-key: " + KEY, datadog)) {
			sendAll(collector);
			sendAll(collector);
			VendorReceiver.Request request = datadog.await("/v1/metrics", (one) -> metric(one, "shop.sold") != null);
			assertThat(metric(request, "shop.sold").getSum().getAggregationTemporality())
				.isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
			datadog.await("/v1/traces", (one) -> true);
			datadog.await("/v1/logs", (one) -> true);
		}
	}

	private RunningCollector start(String vendorFile, String header, VendorReceiver vendor) throws Exception {
		String program = Programs.find("otelcol");
		Path headers = Files.writeString(this.folder.resolve("headers.yaml"), header + "\n");
		return new RunningCollector(program,
				new CollectorVariant(List.of("gateway.yaml", vendorFile, "metrics-otlp.yaml")), this.folder,
				Map.of("VENDOR_ENDPOINT", vendor.url(), "VENDOR_HEADERS_FILE", headers.toString()));
	}

	private static void sendAll(RunningCollector collector) throws Exception {
		long now = Instant.now().toEpochMilli();
		String time = now + "000000";
		collector.send("traces", "{\"resourceSpans\":[{" + RESOURCE
				+ ",\"scopeSpans\":[{\"spans\":[{\"traceId\":\"4bf92f3577b34da6a3ce929d0e0e4736\",\"spanId\":\"00f067aa0ba902b7\",\"name\":\"GET /bills\",\"kind\":2,\"startTimeUnixNano\":\""
				+ time + "\",\"endTimeUnixNano\":\"" + time + "\"}]}]}]}");
		collector.send("logs", "{\"resourceLogs\":[{" + RESOURCE
				+ ",\"scopeLogs\":[{\"logRecords\":[{\"body\":{\"stringValue\":\"paid\"},\"timeUnixNano\":\"" + time
				+ "\",\"attributes\":[{\"key\":\"db.password\",\"value\":{\"stringValue\":\"hunter2\"}}]}]}]}]}");
		collector.send("metrics", "{\"resourceMetrics\":[{" + RESOURCE
				+ ",\"scopeMetrics\":[{\"metrics\":[{\"name\":\"shop.sold\",\"sum\":{\"isMonotonic\":true,\"aggregationTemporality\":2,\"dataPoints\":[{\"asInt\":\""
				+ now % 1_000_000 + "\",\"startTimeUnixNano\":\"1\",\"timeUnixNano\":\"" + time + "\"}]}}]}]}]}");
	}

	private static Metric metric(VendorReceiver.Request request, String name) {
		try {
			return ExportMetricsServiceRequest.parseFrom(request.body())
				.getResourceMetricsList()
				.stream()
				.flatMap((resource) -> resource.getScopeMetricsList().stream())
				.flatMap((scope) -> scope.getMetricsList().stream())
				.filter((metric) -> metric.getName().equals(name))
				.findFirst()
				.orElse(null);
		}
		catch (InvalidProtocolBufferException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
