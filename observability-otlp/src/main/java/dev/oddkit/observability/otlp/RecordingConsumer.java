package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps everything, for tests. It is not bounded.
 */
public final class RecordingConsumer implements TelemetryConsumer {

	private final Arrived<Span> spans = new Arrived<>(Arrivals::ofSpans);

	private final Arrived<LogRecord> logs = new Arrived<>(Arrivals::ofLogs);

	private final Arrived<Metric> metrics = new Arrived<>(Arrivals::ofMetrics);

	@Override
	public void spans(List<Span> spans) {
		this.spans.add(spans);
	}

	@Override
	public void logs(List<LogRecord> logs) {
		this.logs.add(logs);
	}

	@Override
	public void metrics(List<Metric> metrics) {
		this.metrics.add(metrics);
	}

	/**
	 * Returns the spans that arrived.
	 * @return the spans in the order of arrival
	 */
	public List<Span> spans() {
		return this.spans.all();
	}

	/**
	 * Returns the log records that arrived.
	 * @return the log records in the order of arrival
	 */
	public List<LogRecord> logs() {
		return this.logs.all();
	}

	/**
	 * Returns the metrics that arrived.
	 * @return the metrics in the order of arrival
	 */
	public List<Metric> metrics() {
		return this.metrics.all();
	}

	/**
	 * Returns the traces of the spans that arrived.
	 * @return the traces in the order of the arrival of their first span
	 */
	public List<Trace> traces() {
		return Arrivals.traces(spans());
	}

	/**
	 * Waits until the spans match.
	 * @param expected what all spans together must be
	 * @param timeout how long to wait
	 * @return the spans
	 * @throws AssertionError when they do not in time
	 */
	public List<Span> awaitSpans(Predicate<List<Span>> expected, Duration timeout) {
		return awaitSpans("spans that match", expected, timeout);
	}

	/**
	 * Waits until the spans match.
	 * @param description what is expected, for the message
	 * @param expected what all spans together must be
	 * @param timeout how long to wait
	 * @return the spans
	 * @throws AssertionError when they do not in time
	 */
	public List<Span> awaitSpans(String description, Predicate<List<Span>> expected, Duration timeout) {
		return this.spans.await(description, (spans) -> expected.test(spans) ? spans : null, timeout);
	}

	/**
	 * Waits until one trace matches.
	 * @param description what is expected, for the message
	 * @param expected what a trace must be
	 * @param timeout how long to wait
	 * @return the first trace that matches
	 * @throws AssertionError when none does in time
	 */
	public Trace awaitTrace(String description, Predicate<Trace> expected, Duration timeout) {
		return this.spans.await(description,
				(spans) -> Arrivals.traces(spans).stream().filter(expected).findFirst().orElse(null), timeout);
	}

	/**
	 * Waits until the log records match.
	 * @param expected what all log records together must be
	 * @param timeout how long to wait
	 * @return the log records
	 * @throws AssertionError when they do not in time
	 */
	public List<LogRecord> awaitLogs(Predicate<List<LogRecord>> expected, Duration timeout) {
		return awaitLogs("log records that match", expected, timeout);
	}

	/**
	 * Waits until the log records match.
	 * @param description what is expected, for the message
	 * @param expected what all log records together must be
	 * @param timeout how long to wait
	 * @return the log records
	 * @throws AssertionError when they do not in time
	 */
	public List<LogRecord> awaitLogs(String description, Predicate<List<LogRecord>> expected, Duration timeout) {
		return this.logs.await(description, (logs) -> expected.test(logs) ? logs : null, timeout);
	}

	/**
	 * Waits until the metrics match.
	 * @param expected what all metrics together must be
	 * @param timeout how long to wait
	 * @return the metrics
	 * @throws AssertionError when they do not in time
	 */
	public List<Metric> awaitMetrics(Predicate<List<Metric>> expected, Duration timeout) {
		return awaitMetrics("metrics that match", expected, timeout);
	}

	/**
	 * Waits until the metrics match.
	 * @param description what is expected, for the message
	 * @param expected what all metrics together must be
	 * @param timeout how long to wait
	 * @return the metrics
	 * @throws AssertionError when they do not in time
	 */
	public List<Metric> awaitMetrics(String description, Predicate<List<Metric>> expected, Duration timeout) {
		return this.metrics.await(description, (metrics) -> expected.test(metrics) ? metrics : null, timeout);
	}

	/**
	 * Forgets everything that arrived.
	 */
	public void clear() {
		this.spans.clear();
		this.logs.clear();
		this.metrics.clear();
	}

}
