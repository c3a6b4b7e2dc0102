package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

import com.google.protobuf.Message;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;

/**
 * Decodes the body of a request and hands its records to the consumer. It decodes two
 * bodies at a time, as a decoded body is a multiple of its bytes.
 */
final class Intake {

	private static final int DECODED_AT_ONCE = 2;

	private final TelemetryConsumer consumer;

	private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE);

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

	Delivery take(Signal signal, MediaType mediaType, byte[] body) {
		return switch (signal) {
			case TRACES -> deliver(decode(signal, mediaType, body, ExportTraceServiceRequest.class, this.spans::decode),
					this.consumer::spans, List::size);
			case LOGS -> deliver(decode(signal, mediaType, body, ExportLogsServiceRequest.class, this.logs::decode),
					this.consumer::logs, List::size);
			case METRICS ->
				deliver(decode(signal, mediaType, body, ExportMetricsServiceRequest.class, this.metrics::decode),
						this.consumer::metrics,
						(metrics) -> metrics.stream().mapToInt((metric) -> metric.points().size()).sum());
		};
	}

	private <R extends Message, T> Decoded<T> decode(Signal signal, MediaType mediaType, byte[] body, Class<R> type,
			Decoder<R, T> decoder) {
		this.decoding.acquireUninterruptibly();
		try {
			return decoder.decode(type.cast(mediaType.read(body, signal.prototype())));
		}
		finally {
			this.decoding.release();
		}
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

	/**
	 * Decodes one kind of request.
	 *
	 * @param <R> the kind of request
	 * @param <T> the kind of record
	 */
	private interface Decoder<R, T> {

		Decoded<T> decode(R request);

	}

}
