package dev.oddkit.observability.otlp;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * The three signals with their paths; OTLP's profiles are none of them.
 */
enum Signal {

	TRACES("/v1/traces", ExportTraceServiceRequest.getDefaultInstance()),

	LOGS("/v1/logs", ExportLogsServiceRequest.getDefaultInstance()),

	METRICS("/v1/metrics", ExportMetricsServiceRequest.getDefaultInstance());

	private final String path;

	private final Message prototype;

	Signal(String path, Message prototype) {
		this.path = path;
		this.prototype = prototype;
	}

	Message prototype() {
		return this.prototype;
	}

	static @Nullable Signal of(String path) {
		for (Signal signal : values()) {
			if (signal.path.equals(path)) {
				return signal;
			}
		}
		return null;
	}

}
