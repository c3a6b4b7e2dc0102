package dev.oddkit.observability.otlp;

import java.util.List;

/**
 * Takes decoded telemetry. Each method is called once per accepted request, from several
 * threads at once, with lists that nobody changes. A consumer that cannot take everything
 * throws {@link TelemetryRefusedException}, which the sender is told about.
 */
public interface TelemetryConsumer {

	/**
	 * Takes the spans of one request.
	 * @param spans the spans, in the order of the sender
	 */
	void spans(List<Span> spans);

	/**
	 * Takes the log records of one request.
	 * @param logs the log records, in the order of the sender
	 */
	void logs(List<LogRecord> logs);

	/**
	 * Takes the metrics of one request.
	 * @param metrics the metrics, in the order of the sender
	 */
	void metrics(List<Metric> metrics);

}
