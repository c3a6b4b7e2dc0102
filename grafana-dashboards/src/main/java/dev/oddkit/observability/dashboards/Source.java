package dev.oddkit.observability.dashboards;

import java.util.Map;

/**
 * The three kinds of data source. Dashboards name them by variable, so that they work
 * with whatever data sources a Grafana has.
 */
enum Source {

	METRICS("metrics", "Metrics", "prometheus"),

	LOGS("logs", "Logs", "loki"),

	TRACES("traces", "Traces", "tempo");

	private final String variable;

	private final String label;

	private final String type;

	Source(String variable, String label, String type) {
		this.variable = variable;
		this.label = label;
		this.type = type;
	}

	Map<String, Object> reference() {
		return Json.object("type", this.type, "uid", "${" + this.variable + "}");
	}

	/**
	 * Return the variable by which the reader of a dashboard chooses the data source.
	 * @return the variable in Grafana's JSON
	 */
	Map<String, Object> variable() {
		return Json.object("name", this.variable, "label", this.label, "type", "datasource", "query", this.type, "hide",
				0, "includeAll", false, "multi", false, "refresh", 1);
	}

}
