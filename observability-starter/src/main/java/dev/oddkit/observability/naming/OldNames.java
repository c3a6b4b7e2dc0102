package dev.oddkit.observability.naming;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.oddkit.observability.PropertyMapping;
import dev.oddkit.observability.PropertyOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;

/**
 * Maps nothing, but names the properties that speak of a meter by the name that Spring
 * Boot gives it: under OpenTelemetry's there is none, and they would have no effect.
 */
class OldNames implements PropertyMapping {

	private static final Logger logger = LoggerFactory.getLogger(OldNames.class);

	private static final Map<String, String> NEW_NAMES = new TreeMap<>(Map.of("http.server.requests",
			HttpKeyValues.SERVER, "http.client.requests", HttpKeyValues.CLIENT, "jvm.memory.max", "jvm.memory.limit",
			"jvm.gc.pause", "jvm.gc.duration", "jvm.threads.states", "jvm.thread.count", "jvm.classes.loaded",
			"jvm.class.count", "process.cpu.time", "jvm.cpu.time", "process.cpu.usage", "jvm.cpu.recent_utilization",
			"system.cpu.count", "jvm.cpu.count", "lettuce", RedisConvention.DURATION));

	private static final String DISTRIBUTION = "management.metrics.distribution.";

	private static final List<String> MAPS = List.of("management.metrics.enable.", "management.observations.enable.",
			DISTRIBUTION + "slo.", DISTRIBUTION + "percentiles.", DISTRIBUTION + "percentiles-histogram.",
			DISTRIBUTION + "minimum-expected-value.", DISTRIBUTION + "maximum-expected-value.");

	@Override
	public Map<String, Rule> rules() {
		return Map.of();
	}

	@Override
	public void check(Environment environment) {
		if ("micrometer".equalsIgnoreCase(environment.getProperty("observability.naming.conventions"))) {
			return;
		}
		NEW_NAMES.forEach((old, name) -> {
			MAPS.forEach((map) -> check(environment, map + old, name));
			check(environment, "management.observations." + old + ".name", name);
		});
	}

	private static void check(Environment environment, String key, String name) {
		if (environment.containsProperty(key)) {
			logger.warn(
					"{} has no effect: the meter is called {}. Use that name, or "
							+ "observability.naming.conventions=micrometer",
					PropertyOrigin.describe(environment, key), name);
		}
	}

}
