package dev.oddkit.observability.dashboards;

/**
 * The few forms of PromQL that the dashboards are made of. Figures of requests come from
 * the metrics of the services, which are exact at any sampling of traces.
 */
final class PromQl {

	static final String SERVER = "http_server_request_duration_seconds";

	private static final String ERRORS = "http_response_status_code=~\"5..\"";

	private PromQl() {
	}

	/**
	 * Events per second.
	 * @param by the labels that are kept, separated by commas
	 * @param counter the name of the counter
	 * @param matchers which series, without braces
	 * @return the query
	 */
	static String rate(String by, String counter, String matchers) {
		return "sum by (%s) (rate(%s{%s}[$__rate_interval]))".formatted(by, counter, matchers);
	}

	/**
	 * Share of requests that the server failed, 0 where it failed none.
	 * @param by the labels that are kept, separated by commas
	 * @param matchers which series, without braces
	 * @return the query
	 */
	static String errorRatio(String by, String matchers) {
		String all = rate(by, SERVER + "_count", matchers);
		String failed = rate(by, SERVER + "_count", matchers + ", " + ERRORS);
		return "(%s or %s * 0) / (%s > 0)".formatted(failed, all, all);
	}

	/**
	 * Duration that a share of the events does not exceed.
	 * @param quantile the share
	 * @param by the labels that are kept, separated by commas; may be empty
	 * @param histogram the name of the histogram
	 * @param matchers which series, without braces
	 * @return the query
	 */
	static String quantile(double quantile, String by, String histogram, String matchers) {
		String labels = by.isEmpty() ? "le" : by + ", le";
		return "histogram_quantile(%s, %s)".formatted(quantile, rate(labels, histogram + "_bucket", matchers));
	}

	/**
	 * Mean duration of the events of a timer.
	 * @param by the labels that are kept, separated by commas
	 * @param timer the name of the timer
	 * @param matchers which series, without braces
	 * @return the query
	 */
	static String mean(String by, String timer, String matchers) {
		return "%s / (%s > 0)".formatted(rate(by, timer + "_sum", matchers), rate(by, timer + "_count", matchers));
	}

	/**
	 * The query, or zero where it finds nothing: for what is absent while all is well.
	 * @param query the query
	 * @return the query
	 */
	static String orZero(String query) {
		return "(%s) or vector(0)".formatted(query);
	}

}
