package dev.oddkit.observability.dashboards;

/**
 * Which meter and label make too many series, what was folded, how much of the budget is
 * spent.
 */
final class CardinalityDashboard {

	static final String UID = "observability-cardinality";

	private static final String CHOSEN = "service_name=~\"$service\"";

	private CardinalityDashboard() {
	}

	static Dashboard create() {
		return new Dashboard(UID, "Cardinality", "Which meter and label make too many series, and what was folded")
			.variables(Variable.services())
			.row("Budget", budget(), series())
			.row("Folded values", folded(), offenders(), limits())
			.row("Seen by the backend", backendSeries());
	}

	private static Panel budget() {
		return Panel.graph("Budget spent", "Series that a service exposes, as a share of its limit over all meters.")
			.unit("percentunit")
			.thresholds(Thresholds.of(0.7, 0.9))
			.query(Query.metrics("max by (service_name, instance) (observability_cardinality_series{" + CHOSEN
					+ "}) / max by (service_name, instance) (observability_cardinality_series_limit{" + CHOSEN + "})",
					"{{service_name}} {{instance}}"))
			.dataLink(Link.toServiceOf(ServiceDashboard.UID, "This service", "service_name"));
	}

	private static Panel series() {
		return Panel.graph("Series", "Time series that a service exposes, each bucket counted.")
			.unit("short")
			.query(Query.metrics("max by (service_name, instance) (observability_cardinality_series{" + CHOSEN + "})",
					"{{service_name}} {{instance}}"))
			.dataLink(Link.toServiceOf(ServiceDashboard.UID, "This service", "service_name"));
	}

	private static Panel folded() {
		return Panel.graph("Folded",
				"Measurements per second whose label value became 'other', by meter and key. The total of the meter "
						+ "stays exact. Zero is normal.")
			.unit("ops")
			.query(Query.metrics(
					PromQl.orZero(
							PromQl.rate("service_name, meter, key", "observability_cardinality_folded_total", CHOSEN)),
					"{{service_name}} {{meter}} {{key}}"))
			.link(Link.to(SignalsDashboard.UID, "Logs: the warning names examples"));
	}

	private static Panel offenders() {
		return Panel.table("Estimated values",
				"Estimated number of distinct values of each key that was folded. Rather fix the label than the limit.")
			.size(12, 8)
			.unit("short")
			.query(Query
				.table(PromQl.orZero("topk(20, max by (service_name, meter, key) (observability_cardinality_estimate{"
						+ CHOSEN + "}))")))
			.transformation("organize",
					Json.object("excludeByName", Json.object("Time", true), "renameByName",
							Json.object("Value", "Estimated values")))
			.link(Link.to(SignalsDashboard.UID, "Logs: the warning names examples"));
	}

	private static Panel limits() {
		return Panel.graph("Limits that decided", "How often each limit decided, per second. Zero is normal.")
			.size(24, 7)
			.unit("ops")
			.query(Query.metrics(
					PromQl.orZero(PromQl.rate("service_name, limit", "observability_cardinality_limit_total", CHOSEN)),
					"{{service_name}} {{limit}}"))
			.link(Link.to(SignalsDashboard.UID, "Logs: the warning names examples"));
	}

	private static Panel backendSeries() {
		return Panel.graph("Series by service", "Series that the backend stores for each service, whoever made them.")
			.size(24, 8)
			.unit("short")
			.query(Query.metrics("count by (service_name) ({" + CHOSEN + ", __name__=~\".+\"})", "{{service_name}}"))
			.dataLink(Link.toServiceOf(ServiceDashboard.UID, "This service", "service_name"));
	}

}
