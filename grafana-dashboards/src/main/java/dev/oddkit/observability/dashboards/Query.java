package dev.oddkit.observability.dashboards;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One query of a panel.
 *
 * @param source where it is asked
 * @param expression the query in the language of the source
 * @param settings further settings in Grafana's JSON
 */
record Query(Source source, String expression, Map<String, Object> settings) {

	/**
	 * A query in PromQL over the time range of the dashboard.
	 * @param expression the query
	 * @param legend how a series is called, with its labels in braces
	 * @return the query
	 */
	static Query metrics(String expression, String legend) {
		return new Query(Source.METRICS, expression,
				Json.object("expr", expression, "legendFormat", legend, "range", true));
	}

	/**
	 * A query in PromQL whose answer is a table of the newest values.
	 * @param expression the query
	 * @return the query
	 */
	static Query table(String expression) {
		return new Query(Source.METRICS, expression,
				Json.object("expr", expression, "format", "table", "instant", true, "range", false));
	}

	/**
	 * A query in PromQL for the buckets of a histogram.
	 * @param expression the query, summed by {@code le}
	 * @return the query
	 */
	static Query buckets(String expression) {
		return new Query(Source.METRICS, expression,
				Json.object("expr", expression, "legendFormat", "{{le}}", "format", "heatmap", "range", true));
	}

	static Query logs(String expression) {
		return new Query(Source.LOGS, expression, Json.object("expr", expression, "queryType", "range"));
	}

	static Query logMetrics(String expression, String legend) {
		return new Query(Source.LOGS, expression,
				Json.object("expr", expression, "legendFormat", legend, "queryType", "range"));
	}

	static Query traces(String expression) {
		return new Query(Source.TRACES, expression,
				Json.object("query", expression, "queryType", "traceql", "tableType", "traces", "limit", 20));
	}

	/**
	 * The service graph, which Grafana's Tempo data source draws from metrics of its own.
	 * @param metric a metric of the graph, for the check that there is one
	 * @return the query
	 */
	static Query serviceMap(String metric) {
		return new Query(Source.TRACES, metric, Json.object("queryType", "serviceMap", "serviceMapQuery", "{}"));
	}

	Query exemplars() {
		return with("exemplar", true);
	}

	boolean isServiceMap() {
		return "serviceMap".equals(this.settings.get("queryType"));
	}

	Map<String, Object> json(String refId) {
		Map<String, Object> json = Json.object("refId", refId, "datasource", this.source.reference());
		json.putAll(this.settings);
		return json;
	}

	private Query with(String key, Object value) {
		Map<String, Object> more = new LinkedHashMap<>(this.settings);
		more.put(key, value);
		return new Query(this.source, this.expression, more);
	}

}
