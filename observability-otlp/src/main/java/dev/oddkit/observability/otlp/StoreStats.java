package dev.oddkit.observability.otlp;

/**
 * What a {@link TelemetryStore} holds and what it let go. For each signal, received
 * equals held plus everything that is counted as lost and as cleared.
 *
 * @param traces the spans
 * @param logs the log records
 * @param metrics the metric points
 * @param valuesCut the number of attribute values and log bodies that were cut because of
 * their length
 * @param partsDropped the number of attributes, events, links, list elements and
 * exemplars beyond what one record may have
 * @param limits the limits in force
 */
public record StoreStats(Traces traces, Logs logs, Metrics metrics, long valuesCut, long partsDropped,
		StoreLimits limits) {

	/**
	 * Returns the estimated bytes of everything held.
	 * @return the bytes
	 */
	public long bytes() {
		return this.traces.bytes() + this.logs.bytes() + this.metrics.bytes();
	}

	/**
	 * The counts of spans.
	 *
	 * @param traces the traces held
	 * @param spans the spans held
	 * @param bytes the estimated bytes held
	 * @param spansReceived all spans that arrived
	 * @param tracesEvicted the traces that made place for newer ones
	 * @param spansEvicted the spans of those traces
	 * @param lateSpans the spans that arrived after their trace was evicted
	 * @param spansOverTraceLimit the spans that one trace had too many
	 * @param spansCleared the spans that {@link TelemetryStore#clear()} removed
	 */
	public record Traces(int traces, int spans, long bytes, long spansReceived, long tracesEvicted, long spansEvicted,
			long lateSpans, long spansOverTraceLimit, long spansCleared) {
	}

	/**
	 * The counts of log records.
	 *
	 * @param logs the log records held
	 * @param bytes the estimated bytes held
	 * @param received all log records that arrived
	 * @param evicted the log records that made place for newer ones
	 * @param tooLarge the log records larger than all the place for log records
	 * @param cleared the log records that {@link TelemetryStore#clear()} removed
	 */
	public record Logs(int logs, long bytes, long received, long evicted, long tooLarge, long cleared) {
	}

	/**
	 * The counts of metric points.
	 *
	 * @param series the series held
	 * @param points the points held
	 * @param bytes the estimated bytes held
	 * @param pointsReceived all points that arrived
	 * @param pointsEvicted the points that made place for newer ones
	 * @param seriesEvicted the series that made place for new ones
	 * @param seriesDropped the new series for which there was no place; one that stays
	 * away for long may be counted again
	 * @param pointsDropped the points of those series
	 * @param pointsCleared the points that {@link TelemetryStore#clear()} removed
	 */
	public record Metrics(int series, int points, long bytes, long pointsReceived, long pointsEvicted,
			long seriesEvicted, long seriesDropped, long pointsDropped, long pointsCleared) {
	}

}
