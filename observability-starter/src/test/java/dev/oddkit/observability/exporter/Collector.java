package dev.oddkit.observability.exporter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import org.awaitility.Awaitility;

/**
 * A server that keeps the requests of exporters as they came over the wire.
 */
abstract class Collector implements AutoCloseable {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

	/**
	 * Return the port.
	 * @return a port that the system chose
	 */
	abstract int port();

	void arrived(Arrival arrival) {
		this.arrivals.add(arrival);
	}

	List<Arrival> arrivals() {
		return this.arrivals;
	}

	Arrival await(Predicate<Arrival> condition) {
		Awaitility.await().atMost(SOON).until(() -> this.arrivals.stream().anyMatch(condition));
		return this.arrivals.stream().filter(condition).reduce((first, last) -> last).orElseThrow();
	}

	@Override
	public abstract void close();

	/**
	 * One request.
	 *
	 * @param path the path, or the name of the method
	 * @param headers the headers by their names in lower case
	 * @param body the message, decompressed
	 * @param client the name in the client's certificate, or an empty string
	 */
	record Arrival(String path, Map<String, String> headers, byte[] body, String client) {

		static byte[] unzipped(byte[] zipped) {
			try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
				return stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		boolean isOf(Signal signal) {
			return this.path.toLowerCase().contains(signal.key().replaceAll("s$", ""));
		}

		Stream<String> spans() {
			return decodedSpans().map(Span::getName);
		}

		Stream<Span> decodedSpans() {
			try {
				return ExportTraceServiceRequest.parseFrom(this.body)
					.getResourceSpansList()
					.stream()
					.flatMap((resource) -> resource.getScopeSpansList().stream())
					.flatMap((scope) -> scope.getSpansList().stream());
			}
			catch (InvalidProtocolBufferException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
