package dev.oddkit.observability.dashboards;

/**
 * The log lines and traces of one service.
 */
final class SignalsDashboard {

	static final String UID = "observability-signals";

	private static final String SERVICE = "resource.service.name = \"$service\"";

	private SignalsDashboard() {
	}

	static Dashboard create() {
		return new Dashboard(UID, "Logs and traces", "What one service logged, and in which traces")
			.variables(Variable.service())
			.row("Traces", failed(), slow(), recent())
			.row("Logs", volume(), lines());
	}

	private static Panel failed() {
		return traces("Failed traces", "Newest traces in which this service failed a request.",
				"{" + SERVICE + " && status = error}");
	}

	private static Panel slow() {
		return traces("Slow traces", "Newest traces in which this service took longer than half a second.",
				"{" + SERVICE + " && kind = server && duration > 500ms}");
	}

	private static Panel recent() {
		return traces("Newest traces",
				"Newest traces of this service. Tempo finds a trace by search after about half a minute; by its id at once.",
				"{" + SERVICE + "}");
	}

	private static Panel traces(String title, String description, String query) {
		return Panel.table(title, description)
			.size(8, 10)
			.query(Query.traces(query))
			.link(Link.to(ServiceDashboard.UID, "Routes of this service"));
	}

	private static Panel volume() {
		return Panel.graph("Lines by level", "Log lines per second by level.")
			.size(24, 6)
			.unit("short")
			.query(Query.logMetrics("sum by (detected_level) (rate({service_name=\"$service\"} [$__auto]))",
					"{{detected_level}}"))
			.link(Link.to(ServiceDashboard.UID, "Routes of this service"));
	}

	private static Panel lines() {
		return new Panel(Visual.LOGS, "Lines",
				"Newest lines first. Open a line and follow its trace_id to the trace that it belongs to.")
			.query(Query.logs("{service_name=\"$service\"}"))
			.link(Link.to(ServiceDashboard.UID, "Routes of this service"));
	}

}
