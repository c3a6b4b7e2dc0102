package dev.oddkit.observability.dashboards;

/**
 * The first page: which question is answered where.
 */
final class HomeDashboard {

	static final String UID = "observability-home";

	private static final String WHERE_TO_LOOK = """
			| question | dashboard |
			|---|---|
			| Which service is slow or fails? Who calls whom? | [Services](/d/%s) |
			| Which route, query or pool of this service? What about its JVM? | [Service](/d/%s) |
			| What did this service log, and in which traces? | [Logs and traces](/d/%s) |
			| Which label makes too many series? | [Cardinality](/d/%s) |
			| Does telemetry arrive, and what was lost on the way? | [Telemetry pipeline](/d/%s) |

			A dot on a latency panel is an exemplar: a click leads to its trace. A span leads to the log lines of its trace, a log line
			leads to its trace. Your own service appears by itself as soon as it sends metrics.
			"""
		.formatted(ServicesDashboard.UID, ServiceDashboard.UID, SignalsDashboard.UID, CardinalityDashboard.UID,
				PipelineDashboard.UID);

	private HomeDashboard() {
	}

	static Dashboard create() {
		return new Dashboard(UID, "Where to look", "Which question is answered where")
			.row("Where to look", Panel.text("Dashboards", WHERE_TO_LOOK).size(24, 8))
			.row("Now",
					Panel.stat("Requests", "Requests that all services answered, per second.")
						.unit("reqps")
						.size(6, 5)
						.query(Query.metrics("sum(rate(" + PromQl.SERVER + "_count{}[$__rate_interval]))", "requests"))
						.link(new Link("Services", "/d/" + ServicesDashboard.UID)),
					Panel.stat("Errors", "Share of requests that a server failed (5xx), over all services.")
						.unit("percentunit")
						.size(6, 5)
						.thresholds(Thresholds.of(0.01, 0.05))
						.query(Query.metrics(PromQl.orZero("sum(rate(" + PromQl.SERVER
								+ "_count{http_response_status_code=~\"5..\"}[$__rate_interval])) / sum(rate("
								+ PromQl.SERVER + "_count{}[$__rate_interval]))"), "errors"))
						.link(new Link("Services", "/d/" + ServicesDashboard.UID)),
					Panel.stat("Services", "Services that sent metrics of their JVM within the last minutes.")
						.unit("short")
						.size(6, 5)
						.query(Query.metrics("count(count by (service_name) (jvm_memory_used_bytes{}))", "services"))
						.link(new Link("Services", "/d/" + ServicesDashboard.UID)),
					Panel.stat("Alerts", "Alert rules that fire now.")
						.unit("short")
						.size(6, 5)
						.thresholds(Thresholds.of(1, 3))
						.query(Query.metrics("count(ALERTS{alertstate=\"firing\"}) or vector(0)", "firing"))
						.link(new Link("Services", "/d/" + ServicesDashboard.UID)));
	}

}
