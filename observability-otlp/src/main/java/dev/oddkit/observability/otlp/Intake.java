package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/**
 * Decodes the body of a request and hands its records to the consumer. A consumer may
 * refuse some of them.
 */
final class Intake {

	private final TelemetryConsumer consumer;

	private final SpanDecoder spans;

	private final LogDecoder logs;

	private final MetricDecoder metrics;

	Intake(TelemetryConsumer consumer) {
		this.consumer = consumer;
		ValueDecoder values = new ValueDecoder();
		this.spans = new SpanDecoder(values);
		this.logs = new LogDecoder(values);
		this.metrics = new MetricDecoder(values);
	}

	Delivery take(Signal signal, MediaType mediaType, byte[] body, Reservation reservation) {
		Message request = mediaType.read(body, signal.prototype(), reservation);
		return switch (signal) {
			case TRACES ->
				deliver(this.spans.decode((ExportTraceServiceRequest) request), this.consumer::spans, List::size);
			case LOGS -> deliver(this.logs.decode((ExportLogsServiceRequest) request), this.consumer::logs, List::size);
			case METRICS -> deliver(this.metrics.decode((ExportMetricsServiceRequest) request), this.consumer::metrics,
					(metrics) -> metrics.stream().mapToInt((metric) -> metric.points().size()).sum());
		};
	}

	private <T> Delivery deliver(Decoded<T> decoded, Consumer<List<T>> taker, ToIntFunction<List<T>> counter) {
		int count = counter.applyAsInt(decoded.records());
		int refused = 0;
		String problem = decoded.problem();
		try {
			taker.accept(decoded.records());
		}
		catch (TelemetryRefusedException ex) {
			refused = Math.max(0, Math.min(ex.refused(), count));
			problem = ex.getMessage() + (problem.isEmpty() ? "" : "; " + problem);
		}
		return new Delivery(count - refused, decoded.invalid(), refused, problem);
	}

}
