package dev.oddkit.observability.exporter;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;

/**
 * Counts the items of exports and rejects some.
 */
final class ExportItems {

	static final String MESSAGE = "quota exceeded";

	private ExportItems() {
	}

	static int count(Signal signal, byte[] export) throws InvalidProtocolBufferException {
		return switch (signal) {
			case TRACES -> ExportTraceServiceRequest.parseFrom(export)
				.getResourceSpansList()
				.stream()
				.flatMap((resource) -> resource.getScopeSpansList().stream())
				.mapToInt((scope) -> scope.getSpansCount())
				.sum();
			case LOGS -> ExportLogsServiceRequest.parseFrom(export)
				.getResourceLogsList()
				.stream()
				.flatMap((resource) -> resource.getScopeLogsList().stream())
				.mapToInt((scope) -> scope.getLogRecordsCount())
				.sum();
			case METRICS -> ExportMetricsServiceRequest.parseFrom(export)
				.getResourceMetricsList()
				.stream()
				.flatMap((resource) -> resource.getScopeMetricsList().stream())
				.flatMap((scope) -> scope.getMetricsList().stream())
				.mapToInt(ExportItems::points)
				.sum();
		};
	}

	private static int points(Metric metric) {
		return metric.getGauge().getDataPointsCount() + metric.getSum().getDataPointsCount()
				+ metric.getHistogram().getDataPointsCount() + metric.getExponentialHistogram().getDataPointsCount()
				+ metric.getSummary().getDataPointsCount();
	}

	static byte[] answer(Signal signal, int rejected) {
		if (rejected == 0) {
			return new byte[0];
		}
		Message answer = switch (signal) {
			case TRACES -> ExportTraceServiceResponse.newBuilder()
				.setPartialSuccess(
						ExportTracePartialSuccess.newBuilder().setRejectedSpans(rejected).setErrorMessage(MESSAGE))
				.build();
			case LOGS -> ExportLogsServiceResponse.newBuilder()
				.setPartialSuccess(
						ExportLogsPartialSuccess.newBuilder().setRejectedLogRecords(rejected).setErrorMessage(MESSAGE))
				.build();
			case METRICS -> ExportMetricsServiceResponse.newBuilder()
				.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
					.setRejectedDataPoints(rejected)
					.setErrorMessage(MESSAGE))
				.build();
		};
		return answer.toByteArray();
	}

}
