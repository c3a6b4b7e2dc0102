package dev.oddkit.observability.otlp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps the newest telemetry in memory, within {@link StoreLimits}. It evicts whole
 * traces, lets nobody wait for readers, and counts whatever it lets go.
 */
public final class TelemetryStore implements TelemetryConsumer {

	private static final Logger logger = System.getLogger(TelemetryStore.class.getName());

	private final StoreLimits limits;

	private final TraceStore traces;

	private final LogStore logs;

	private final MetricStore metrics;

	private final AtomicLong revision = new AtomicLong();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Creates an empty store.
	 * @param limits how much it keeps
	 */
	public TelemetryStore(StoreLimits limits) {
		this(limits, System::nanoTime);
	}

	TelemetryStore(StoreLimits limits, LongSupplier nanoTime) {
		this.limits = limits;
		this.traces = new TraceStore(limits);
		this.logs = new LogStore(limits);
		this.metrics = new MetricStore(limits, nanoTime);
	}

	@Override
	public void spans(List<Span> spans) {
		spans.forEach(this.traces::add);
		changed(spans);
	}

	@Override
	public void logs(List<LogRecord> logs) {
		logs.forEach(this.logs::add);
		changed(logs);
	}

	@Override
	public void metrics(List<Metric> metrics) {
		metrics.forEach((metric) -> metric.points().forEach((point) -> this.metrics.add(metric, point)));
		changed(metrics);
	}

	/**
	 * Returns the traces.
	 * @return the traces, newest start first
	 */
	public List<Trace> traces() {
		return this.traces.traces();
	}

	/**
	 * Returns one trace.
	 * @param traceId the trace, lower-case hex
	 * @return the trace, empty when none of its spans is held
	 */
	public Optional<Trace> trace(String traceId) {
		return this.traces.trace(traceId);
	}

	/**
	 * Returns the log records.
	 * @return the log records, newest first
	 */
	public List<LogRecord> logs() {
		return this.logs.newestFirst();
	}

	/**
	 * Returns the log records of one trace.
	 * @param traceId the trace, lower-case hex
	 * @return the log records in the order of time
	 */
	public List<LogRecord> logs(String traceId) {
		return this.logs.ofTrace(traceId);
	}

	/**
	 * Returns the metric series.
	 * @return the series by name
	 */
	public List<MetricSeries> series() {
		return this.metrics.series();
	}

	/**
	 * Returns what is held and what was let go.
	 * @return the counts
	 */
	public StoreStats stats() {
		return new StoreStats(this.traces.stats(), this.logs.stats(), this.metrics.stats(),
				this.traces.valuesCut() + this.logs.valuesCut() + this.metrics.valuesCut(),
				this.traces.partsDropped() + this.logs.partsDropped() + this.metrics.partsDropped(), this.limits);
	}

	/**
	 * Returns a number that rises with every change.
	 * @return the revision
	 */
	public long revision() {
		return this.revision.get();
	}

	/**
	 * Calls a listener after every change, on the thread that made it and outside of
	 * locks. Coalescing is the listener's business.
	 * @param listener the listener
	 * @return closes the registration
	 */
	public Registration onChange(Runnable listener) {
		Runnable registered = () -> listener.run();
		this.listeners.add(registered);
		return () -> this.listeners.remove(registered);
	}

	/**
	 * Removes everything that is held; the counts go on.
	 */
	public void clear() {
		this.traces.clear();
		this.logs.clear();
		this.metrics.clear();
		changed();
	}

	private void changed(List<?> arrived) {
		if (!arrived.isEmpty()) {
			changed();
		}
	}

	private void changed() {
		this.revision.incrementAndGet();
		for (Runnable listener : this.listeners) {
			try {
				listener.run();
			}
			catch (RuntimeException ex) {
				logger.log(Level.WARNING, "A listener of the telemetry store failed", ex);
			}
		}
	}

	/**
	 * Ends a registration when closed.
	 */
	public interface Registration extends AutoCloseable {

		@Override
		void close();

	}

}
