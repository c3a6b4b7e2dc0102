package dev.oddkit.observability.dashboards;

/**
 * One service in detail: routes, outgoing calls and the database.
 */
final class ServiceDashboard {

	static final String UID = "observability-service";

	private static final String CHOSEN = "service_name=\"$service\"";

	private static final String ROUTE = "http_request_method, http_route";

	private static final String CLIENT = "http_client_request_duration_seconds";

	private static final String DATABASE = "db_client_operation_duration_seconds";

	/**
	 * Statements have a summary, commands of Redis a name, operations of MongoDB a name
	 * and a collection. What a series does not have is empty in its legend.
	 */
	private static final String OPERATION = "db_system_name, db_query_summary, db_operation_name, db_collection_name";

	private static final String OPERATION_LEGEND = "{{db_system_name}} {{db_query_summary}}{{db_operation_name}} "
			+ "{{db_collection_name}}";

	private ServiceDashboard() {
	}

	static Dashboard create() {
		return new Dashboard(UID, "Service", "Routes, outgoing calls, database and JVM of one service")
			.variables(Variable.service(), Variable.instances())
			.row("Requests", routes(), heatmap(), routeRate(), routeErrors())
			.row("Outgoing HTTP calls", clientRate(), clientDuration())
			.row("Database", operationRate(), operationDuration(), pool(), waiting())
			.row("JVM", JvmPanels.all());
	}

	private static Panel routes() {
		return Panel.table("Routes", "Each route with its requests per second, share of failures (5xx) and p95.")
			.unit("short")
			.query(Query.table(PromQl.rate(ROUTE, PromQl.SERVER + "_count", CHOSEN)))
			.query(Query.table(PromQl.errorRatio(ROUTE, CHOSEN)))
			.query(Query.table(PromQl.quantile(0.95, ROUTE, PromQl.SERVER, CHOSEN)))
			.transformation("merge", Json.object())
			.transformation("organize",
					Json.object("excludeByName", Json.object("Time", true), "renameByName",
							Json.object("Value #A", "Requests", "Value #B", "Failed", "Value #C", "p95")))
			.column("Requests", "reqps")
			.column("Failed", "percentunit")
			.column("p95", "s")
			.dataLink(Link.to(SignalsDashboard.UID, "Traces of this service"));
	}

	private static Panel heatmap() {
		return new Panel(Visual.HEATMAP, "Duration",
				"How many requests took how long. Dots are exemplars: a click leads to the trace, as long as tail "
						+ "sampling kept it.")
			.unit("s")
			.query(Query.buckets(PromQl.rate("le", PromQl.SERVER + "_bucket", CHOSEN)).exemplars())
			.link(Link.to(SignalsDashboard.UID, "Slow traces"));
	}

	private static Panel routeRate() {
		return Panel.graph("Requests by route", "Requests per second by method and route.")
			.unit("reqps")
			.query(Query.metrics(PromQl.rate(ROUTE, PromQl.SERVER + "_count", CHOSEN),
					"{{http_request_method}} {{http_route}}"))
			.link(Link.to(SignalsDashboard.UID, "Traces"));
	}

	private static Panel routeErrors() {
		return Panel.graph("Answers by status", "Answers per second by status code.")
			.unit("reqps")
			.query(Query.metrics(PromQl.rate("http_response_status_code", PromQl.SERVER + "_count", CHOSEN),
					"{{http_response_status_code}}"))
			.link(Link.to(SignalsDashboard.UID, "Failed traces"));
	}

	private static Panel clientRate() {
		return Panel.graph("Calls", "Outgoing calls per second by target, template and status. None: zero.")
			.unit("reqps")
			.query(Query.metrics(
					PromQl.orZero(PromQl.rate("server_address, url_template, http_response_status_code",
							CLIENT + "_count", CHOSEN)),
					"{{server_address}} {{url_template}} {{http_response_status_code}}"))
			.link(Link.to(ServicesDashboard.UID, "Who calls whom"));
	}

	private static Panel clientDuration() {
		return Panel.graph("Duration of calls, p95", "95 of 100 outgoing calls end within this time. None: zero.")
			.unit("s")
			.query(Query
				.metrics(PromQl.orZero(PromQl.quantile(0.95, "server_address, url_template", CLIENT, CHOSEN)),
						"{{server_address}} {{url_template}}")
				.exemplars())
			.link(Link.to(SignalsDashboard.UID, "Slow traces"));
	}

	private static Panel operationRate() {
		return Panel.graph("Operations",
				"Operations per second by database and what is asked of it, the ten most frequent: the summary of a "
						+ "statement, a command of Redis, an operation and its collection. None: zero.")
			.unit("ops")
			.query(Query.metrics(PromQl.orZero("topk(10, " + PromQl.rate(OPERATION, DATABASE + "_count", CHOSEN) + ")"),
					OPERATION_LEGEND))
			.link(Link.to(SignalsDashboard.UID, "Traces"));
	}

	private static Panel operationDuration() {
		return Panel
			.graph("Duration of operations, p95",
					"95 of 100 operations end within this time, the ten slowest. None: zero.")
			.unit("s")
			.query(Query
				.metrics(PromQl.orZero("topk(10, " + PromQl.quantile(0.95, OPERATION, DATABASE, CHOSEN) + ")"),
						OPERATION_LEGEND)
				.exemplars())
			.link(Link.to(SignalsDashboard.UID, "Slow traces"));
	}

	private static Panel pool() {
		return Panel
			.graph("Connections", "Connections of the pool: in use, idle and the most there may be. No pool: zero.")
			.unit("short")
			.query(Query.metrics(PromQl.orZero("sum by (pool) (hikaricp_connections_active{" + CHOSEN + "})"),
					"in use {{pool}}"))
			.query(Query.metrics(PromQl.orZero("sum by (pool) (hikaricp_connections_idle{" + CHOSEN + "})"),
					"idle {{pool}}"))
			.query(Query.metrics(PromQl.orZero("sum by (pool) (hikaricp_connections_max{" + CHOSEN + "})"),
					"most {{pool}}"))
			.link(Link.to(SignalsDashboard.UID, "Slow traces"));
	}

	private static Panel waiting() {
		return Panel.graph("Waiting for a connection",
				"Threads that wait, and waits that ran out of time per second: the pool is too small or a connection is "
						+ "held too long. Zero is normal.")
			.unit("short")
			.query(Query.metrics(PromQl.orZero("sum by (pool) (hikaricp_connections_pending{" + CHOSEN + "})"),
					"waiting {{pool}}"))
			.query(Query.metrics(PromQl.orZero(PromQl.rate("pool", "hikaricp_connections_timeout_total", CHOSEN)),
					"timed out {{pool}}"))
			.query(Query.metrics(PromQl.orZero(PromQl.mean("pool", "hikaricp_connections_acquire_seconds", CHOSEN)),
					"mean wait in s {{pool}}"))
			.link(Link.to(SignalsDashboard.UID, "Slow traces"));
	}

}
