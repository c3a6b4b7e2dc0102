package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Exemplar;
import dev.oddkit.observability.otlp.Metric;

/**
 * What a scraper and a backend see of a meter.
 */
final class Seen {

	private Seen() {
	}

	static List<String> scraped(RunningShop shop, String name) {
		return Pattern.compile("(?m)^" + name + "\\{.*$")
			.matcher(shop.get("/actuator/prometheus").body())
			.results()
			.map(MatchResult::group)
			.toList();
	}

	static double sum(List<String> lines) {
		return lines.stream()
			.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
			.sum();
	}

	static List<Exemplar> pushedExemplars(RunningShop shop, String name) {
		return exemplars(name,
				shop.received().awaitMetrics((all) -> !exemplars(name, all).isEmpty(), RunningShop.SOON));
	}

	private static List<Exemplar> exemplars(String name, List<Metric> metrics) {
		return metrics.stream()
			.filter((metric) -> metric.name().equals(name))
			.flatMap((metric) -> metric.points().stream())
			.flatMap((point) -> point.exemplars().stream())
			.toList();
	}

}
