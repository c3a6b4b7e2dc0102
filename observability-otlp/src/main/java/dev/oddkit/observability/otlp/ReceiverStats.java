package dev.oddkit.observability.otlp;

import java.util.Map;

/**
 * What an {@link OtlpReceiver} let in and what it refused since its start.
 *
 * @param requests the requests that were answered with success
 * @param bytes the bytes of their bodies as sent
 * @param spans the spans handed to the consumer and taken
 * @param logRecords the log records handed to the consumer and taken
 * @param metricPoints the metric points handed to the consumer and taken
 * @param rejectedRequests the refused requests by reason; every reason has an entry
 * @param invalidRecords the spans that were left out of an accepted request because their
 * identifiers are invalid
 * @param refusedRecords the records that the consumer did not take
 */
public record ReceiverStats(long requests, long bytes, long spans, long logRecords, long metricPoints,
		Map<Rejection, Long> rejectedRequests, long invalidRecords, long refusedRecords) {

	/**
	 * Creates statistics with a copy of the map.
	 * @param requests the requests that were answered with success
	 * @param bytes the bytes of their bodies
	 * @param spans the spans
	 * @param logRecords the log records
	 * @param metricPoints the metric points
	 * @param rejectedRequests the refused requests by reason
	 * @param invalidRecords the spans with invalid identifiers
	 * @param refusedRecords the records that the consumer did not take
	 */
	public ReceiverStats {
		rejectedRequests = Map.copyOf(rejectedRequests);
	}

	/**
	 * Returns the number of requests refused for one reason.
	 * @param reason the reason
	 * @return the number
	 */
	public long rejected(Rejection reason) {
		return this.rejectedRequests.getOrDefault(reason, 0L);
	}

}
