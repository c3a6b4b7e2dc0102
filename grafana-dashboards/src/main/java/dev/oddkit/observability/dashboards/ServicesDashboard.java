package dev.oddkit.observability.dashboards;

/**
 * All services side by side: rate, errors and duration, who calls whom, the worst routes.
 */
final class ServicesDashboard {

	static final String UID = "observability-services";

	private static final String CHOSEN = "service_name=~\"$service\"";

	private static final String ROUTE = "service_name, http_request_method, http_route";

	private ServicesDashboard() {
	}

	static Dashboard create() {
		return new Dashboard(UID, "Services", "Rate, errors and duration of every service, and who calls whom")
			.variables(Variable.services())
			.row("Rate, errors, duration", rate(), errors(), duration(0.95), duration(0.5))
			.row("Who calls whom", serviceGraph(), edges())
			.row("Worst routes", failingRoutes(), slowRoutes());
	}

	private static Panel rate() {
		return Panel
			.graph("Requests", "Requests that each service answered, per second. Counted by the service itself.")
			.unit("reqps")
			.query(Query.metrics(PromQl.rate("service_name", PromQl.SERVER + "_count", CHOSEN), "{{service_name}}"))
			.dataLink(Link.toServiceOf(ServiceDashboard.UID, "Routes of this service", "service_name"));
	}

	private static Panel errors() {
		return Panel.graph("Errors", "Share of requests that the server failed (5xx). No line: no requests.")
			.unit("percentunit")
			.thresholds(Thresholds.of(0.01, 0.05))
			.query(Query.metrics(PromQl.errorRatio("service_name", CHOSEN), "{{service_name}}"))
			.dataLink(Link.toServiceOf(SignalsDashboard.UID, "Failed traces of this service", "service_name"));
	}

	private static Panel duration(double quantile) {
		int percent = (int) Math.round(quantile * 100);
		return Panel
			.graph("Duration, p" + percent,
					percent + " of 100 requests are answered within this time. Dots are "
							+ "exemplars: a click leads to the trace, as long as tail sampling kept it.")
			.unit("s")
			.query(Query.metrics(PromQl.quantile(quantile, "service_name", PromQl.SERVER, CHOSEN), "{{service_name}}")
				.exemplars())
			.dataLink(Link.toServiceOf(ServiceDashboard.UID, "Routes of this service", "service_name"));
	}

	private static Panel serviceGraph() {
		return new Panel(Visual.NODE_GRAPH, "Service graph",
				"Calls between services and to databases, computed by the Collector before tail sampling.")
			.query(Query.serviceMap("traces_service_graph_request_total"))
			.link(Link.to(SignalsDashboard.UID, "Traces"));
	}

	private static Panel edges() {
		return Panel
			.table("Calls",
					"Calls per second between two services, and the share that failed: the service graph as a table.")
			.query(Query
				.table("sum by (client, server) (rate(traces_service_graph_request_total{}[$__rate_interval]))"))
			.query(Query
				.table("(sum by (client, server) (rate(traces_service_graph_request_failed_total{}[$__rate_interval])) "
						+ "or sum by (client, server) (rate(traces_service_graph_request_total{}[$__rate_interval])) * 0) "
						+ "/ (sum by (client, server) (rate(traces_service_graph_request_total{}[$__rate_interval])) > 0)"))
			.transformation("merge", Json.object())
			.transformation("organize",
					Json.object("excludeByName", Json.object("Time", true), "renameByName",
							Json.object("Value #A", "Calls", "Value #B", "Failed")))
			.column("Calls", "reqps")
			.column("Failed", "percentunit")
			.unit("short")
			.link(Link.to(SignalsDashboard.UID, "Traces"));
	}

	private static Panel failingRoutes() {
		return Panel.table("Failing routes", "The ten routes with the highest share of failed requests (5xx).")
			.size(12, 9)
			.unit("percentunit")
			.query(Query.table("topk(10, " + PromQl.errorRatio(ROUTE, CHOSEN) + ")"))
			.transformation("organize",
					Json.object("excludeByName", Json.object("Time", true), "renameByName",
							Json.object("Value", "Failed")))
			.dataLink(Link.toServiceOfRow(SignalsDashboard.UID, "Failed traces of this service"));
	}

	private static Panel slowRoutes() {
		return Panel.table("Slow routes", "The ten routes with the highest p95. A route without requests is not shown.")
			.size(12, 9)
			.unit("s")
			.query(Query.table("topk(10, " + PromQl.quantile(0.95, ROUTE, PromQl.SERVER, CHOSEN) + " > 0)"))
			.transformation("organize",
					Json.object("excludeByName", Json.object("Time", true), "renameByName",
							Json.object("Value", "p95")))
			.dataLink(Link.toServiceOfRow(ServiceDashboard.UID, "Routes of this service"));
	}

}
