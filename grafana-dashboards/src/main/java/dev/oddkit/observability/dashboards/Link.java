package dev.oddkit.observability.dashboards;

import java.util.Map;

/**
 * Where to look next. The time range and the chosen data sources go along.
 *
 * @param title what the reader finds there
 * @param url the address within Grafana
 */
record Link(String title, String url) {

	private static final String ALONG = "${__url_time_range}&${metrics:queryparam}&${logs:queryparam}&${traces:queryparam}";

	/**
	 * A link to a dashboard, for the service that is chosen.
	 * @param uid the dashboard
	 * @param title what the reader finds there
	 * @return the link
	 */
	static Link to(String uid, String title) {
		return new Link(title, "/d/" + uid + "?" + ALONG + "&${service:queryparam}");
	}

	/**
	 * A link to a dashboard, for the service of a series.
	 * @param uid the dashboard
	 * @param title what the reader finds there
	 * @param label the label that has the name of the service
	 * @return the link
	 */
	static Link toServiceOf(String uid, String title, String label) {
		return new Link(title, "/d/" + uid + "?" + ALONG + "&var-service=${__field.labels." + label + "}");
	}

	/**
	 * A link to a dashboard, for the service of a row.
	 * @param uid the dashboard
	 * @param title what the reader finds there
	 * @return the link
	 */
	static Link toServiceOfRow(String uid, String title) {
		return new Link(title, "/d/" + uid + "?" + ALONG + "&var-service=${__data.fields.service_name}");
	}

	Map<String, Object> json() {
		return Json.object("title", this.title, "url", this.url, "targetBlank", false);
	}

}
