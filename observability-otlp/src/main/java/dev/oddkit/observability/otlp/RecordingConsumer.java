package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Keeps everything, for tests. It is not bounded.
 */
public final class RecordingConsumer implements TelemetryConsumer {

	@Override
	public void spans(List<Span> spans) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void logs(List<LogRecord> logs) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void metrics(List<Metric> metrics) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the spans that arrived.
	 * @return the spans in the order of arrival
	 */
	public List<Span> spans() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the log records that arrived.
	 * @return the log records in the order of arrival
	 */
	public List<LogRecord> logs() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the metrics that arrived.
	 * @return the metrics in the order of arrival
	 */
	public List<Metric> metrics() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the traces of the spans that arrived.
	 * @return the traces in the order of the arrival of their first span
	 */
	public List<Trace> traces() {
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
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
		throw new UnsupportedOperationException();
	}

	/**
	 * Forgets everything that arrived.
	 */
	public void clear() {
		throw new UnsupportedOperationException();
	}

}
