package dev.oddkit.observability.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;

/**
 * What became of the records of one request.
 *
 * @param taken the records that the consumer took
 * @param invalid the records that were left out
 * @param refused the records that the consumer refused
 * @param problem one sentence for the sender, empty when all was taken
 */
record Delivery(long taken, long invalid, long refused, String problem) {

	Message response(Signal signal) {
		long rejected = this.invalid + this.refused;
		boolean complete = rejected == 0 && this.problem.isEmpty();
		return switch (signal) {
			case TRACES -> {
				ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
				if (!complete) {
					response.getPartialSuccessBuilder().setRejectedSpans(rejected).setErrorMessage(this.problem);
				}
				yield response.build();
			}
			case LOGS -> {
				ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
				if (!complete) {
					response.getPartialSuccessBuilder().setRejectedLogRecords(rejected).setErrorMessage(this.problem);
				}
				yield response.build();
			}
			case METRICS -> {
				ExportMetricsServiceResponse.Builder response = ExportMetricsServiceResponse.newBuilder();
				if (!complete) {
					response.getPartialSuccessBuilder().setRejectedDataPoints(rejected).setErrorMessage(this.problem);
				}
				yield response.build();
			}
		};
	}

}
