package dev.oddkit.stack.verify;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Asks the services themselves whether their exports arrive.
 */
final class Exports {

	private static final String ITEMS = "observability_exporter_items_total";

	private static final String TRACES = "signal=\"traces\"";

	private final Walk walk;

	private final Map<String, String> before = new HashMap<>();

	Exports(Walk walk) {
		this.walk = walk;
		if (walk.ofShop()) {
			walk.scrapes().forEach((name, url) -> this.before.put(name, walk.http.get(url).body()));
		}
	}

	Supplier<Finding> of(String service) {
		return () -> look(service);
	}

	private Finding look(String service) {
		URI url = this.walk.scrapes().get(service);
		String expected = service + " says that it exported spans and dropped none";
		Http.Answer page = this.walk.await(() -> this.walk.http.get(url),
				(last) -> last.ok() && (grown(service, last, "exported") > 0 || grown(service, last, "dropped") > 0));
		if (!page.ok()) {
			return Finding.broken(expected, "its scrape page " + url + ": " + page, "start " + service
					+ ", expose \"prometheus\" in management.endpoints.web.exposure.include, or correct --scrape");
		}
		if (!page.body().contains(ITEMS)) {
			return Finding.broken(expected, url + " has no " + ITEMS,
					"is observability-starter on the class path, and observability.enabled not false?");
		}
		double dropped = grown(service, page, "dropped");
		double exported = grown(service, page, "exported");
		String seen = "%.0f spans exported, %.0f dropped since the walk began".formatted(exported, dropped);
		return (exported > 0 && dropped == 0) ? Finding.works(expected, seen) : Finding
			.broken(expected, seen, "observability.exporter.endpoint (OTLP_ENDPOINT of the shop) of " + service
					+ " must be the Collector's OTLP/HTTP address, such as http://collector:4318; the service's log names the cause");
	}

	private double grown(String service, Http.Answer page, String result) {
		String label = "result=\"" + result + "\"";
		return PrometheusText.sum(page.body(), ITEMS, TRACES, label)
				- PrometheusText.sum(this.before.getOrDefault(service, ""), ITEMS, TRACES, label);
	}

}
