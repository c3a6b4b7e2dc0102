package dev.oddkit.observability.dashboards;

import java.util.Map;

/**
 * What the reader of a dashboard chooses.
 *
 * @param name the name in queries
 * @param label the name on the page
 * @param query where the values come from
 * @param multi whether several may be chosen
 */
record Variable(String name, String label, String query, boolean multi) {

	/**
	 * Every service that sends metrics of its JVM appears by itself.
	 */
	private static final String SERVICES = "label_values(jvm_memory_used_bytes{}, service_name)";

	static Variable service() {
		return new Variable("service", "Service", SERVICES, false);
	}

	static Variable services() {
		return new Variable("service", "Service", SERVICES, true);
	}

	static Variable instances() {
		return new Variable("instance", "Instance",
				"label_values(jvm_memory_used_bytes{service_name=~\"$service\"}, instance)", true);
	}

	Map<String, Object> json() {
		Map<String, Object> json = Json.object("name", this.name, "label", this.label, "type", "query", "datasource",
				Source.METRICS.reference(), "query", Json.object("query", this.query, "refId", "Variable-" + this.name),
				"definition", this.query, "refresh", 2, "sort", 1, "hide", 0, "multi", this.multi, "includeAll",
				this.multi);
		if (this.multi) {
			json.put("allValue", ".*");
			json.put("current", Json.object("text", "All", "value", "$__all"));
		}
		return json;
	}

}
