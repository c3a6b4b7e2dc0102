package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the newest telemetry in memory, within {@link StoreLimits}.
 */
public final class TelemetryStore implements TelemetryConsumer {

	/**
	 * Creates an empty store.
	 * @param limits how much it keeps
	 */
	public TelemetryStore(StoreLimits limits) {
	}

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
	 * Returns the traces.
	 * @return the traces, newest start first
	 */
	public List<Trace> traces() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns one trace.
	 * @param traceId the trace, lower-case hex
	 * @return the trace, empty when none of its spans is held
	 */
	public Optional<Trace> trace(String traceId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the log records.
	 * @return the log records, newest first
	 */
	public List<LogRecord> logs() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the log records of one trace.
	 * @param traceId the trace, lower-case hex
	 * @return the log records in the order of time
	 */
	public List<LogRecord> logs(String traceId) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns the metric series.
	 * @return the series by name
	 */
	public List<MetricSeries> series() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns what is held and what was let go.
	 * @return the counts
	 */
	public StoreStats stats() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Returns a number that rises with every change.
	 * @return the revision
	 */
	public long revision() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Calls a listener after every change, on the thread that made it and outside of
	 * locks. Coalescing is the listener's business.
	 * @param listener the listener
	 * @return closes the registration
	 */
	public Registration onChange(Runnable listener) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Removes everything that is held; the counts go on.
	 */
	public void clear() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Ends a registration when closed.
	 */
	public interface Registration extends AutoCloseable {

		@Override
		void close();

	}

}
