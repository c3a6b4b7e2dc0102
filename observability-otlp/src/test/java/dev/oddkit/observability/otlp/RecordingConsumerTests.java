package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RecordingConsumer}.
 */
class RecordingConsumerTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final RecordingConsumer consumer = new RecordingConsumer();

	@Test
	void waitsForSpansThatArriveLater() throws Exception {
		CompletableFuture<List<Span>> waiting = CompletableFuture
			.supplyAsync(() -> this.consumer.awaitSpans((spans) -> spans.size() == 2, LONG));
		this.consumer.spans(List.of(Samples.span("t", "1", "")));
		this.consumer.spans(List.of(Samples.span("t", "2", "1")));
		assertThat(waiting.get(20, TimeUnit.SECONDS)).extracting(Span::spanId).containsExactly("1", "2");
	}

	@Test
	void findsTheTraceThatMatches() {
		this.consumer
			.spans(List.of(Samples.span("a", "1", ""), Samples.span("b", "2", ""), Samples.span("b", "3", "2")));
		Trace found = this.consumer.awaitTrace("a trace of two spans", (trace) -> trace.spans().size() == 2, LONG);
		assertThat(found.traceId()).isEqualTo("b");
		assertThat(this.consumer.traces()).extracting(Trace::traceId).containsExactly("a", "b");
	}

	@Test
	void saysWhatWasExpectedAndWhatArrived() {
		this.consumer.spans(List.of(Samples.span("t", "1", ""), Samples.span("t", "2", "1")));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.consumer.awaitSpans("a span of orders", (spans) -> spans.size() > 2, SHORT))
			.withMessage("""
					Expected within 20 ms: a span of orders
					Arrived: 2 spans in 1 traces
					  trace t
					    [SERVER] GET /orders {gateway}
					      [SERVER] GET /orders {gateway}""");
	}

	@Test
	void describesLogRecordsAndMetrics() {
		this.consumer.logs(List.of(Samples.log("Order placed", "t", 1)));
		this.consumer.metrics(List.of(Samples.gauge("stock", Map.of("item", "tea"), 1, 4)));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.consumer.awaitLogs((logs) -> false, SHORT))
			.withMessageContaining("1 log records\n  INFO {gateway} Order placed [trace t, span ]");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.consumer.awaitMetrics((metrics) -> false, SHORT))
			.withMessageContaining("1 metrics\n  GAUGE stock {gateway} {item=tea} = NumberValue[value=4.0]");
	}

	@Test
	void takesAPredicateThatThrowsForOneThatDoesNotMatchYet() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.consumer.awaitSpans((spans) -> spans.get(0).isRoot(), SHORT))
			.withCauseInstanceOf(IndexOutOfBoundsException.class);
		this.consumer.spans(List.of(Samples.span("t", "1", "")));
		assertThat(this.consumer.awaitSpans((spans) -> spans.get(0).isRoot(), LONG)).hasSize(1);
	}

	@Test
	void forgetsEverythingWhenCleared() {
		this.consumer.spans(List.of(Samples.span("t", "1", "")));
		this.consumer.logs(List.of(Samples.log("x", "", 1)));
		this.consumer.metrics(List.of(Samples.gauge("stock", Map.of(), 1, 4)));
		this.consumer.clear();
		assertThat(this.consumer.spans()).isEmpty();
		assertThat(this.consumer.logs()).isEmpty();
		assertThat(this.consumer.metrics()).isEmpty();
	}

}
