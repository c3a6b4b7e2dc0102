package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import dev.oddkit.observability.PropertyOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Names settings of Spring Boot that have no effect on meters that are only pushed: the
 * SDK makes histograms of bounds, and neither percentiles nor the bounds that Micrometer
 * derives from a range.
 */
class PushedPercentiles implements PropertyMapping {

	private static final Logger logger = LoggerFactory.getLogger(PushedPercentiles.class);

	private static final List<String> MAPS = List.of("management.metrics.distribution.percentiles",
			"management.metrics.distribution.percentiles-histogram");

	@Override
	public Map<String, Rule> rules() {
		return Map.of();
	}

	@Override
	public void check(Environment environment) {
		if (isScraped(environment) || !isPushed(environment)) {
			return;
		}
		Binder binder = Binder.get(environment);
		MAPS.forEach((map) -> binder.bind(map, Bindable.mapOf(String.class, String.class))
			.ifBound((meters) -> meters.forEach((meter, value) -> name(environment, map, meter, value))));
	}

	private static boolean isScraped(Environment environment) {
		return environment.getProperty("management.prometheus.metrics.export.enabled", Boolean.class, true);
	}

	/**
	 * Exponential histograms have percentiles of their own.
	 */
	private static boolean isPushed(Environment environment) {
		return !"none".equals(environment.getProperty("otel.metrics.exporter", "none"))
				&& !"base2_exponential_bucket_histogram"
					.equals(environment.getProperty("otel.exporter.otlp.metrics.default.histogram.aggregation"));
	}

	private static void name(Environment environment, String map, String meter, String value) {
		if (!value.equalsIgnoreCase("false")) {
			logger.warn(
					"{} has no effect on a push, which knows bounds only. "
							+ "Set observability.metrics.buckets.{}, or observability.metrics.histograms=exponential",
					PropertyOrigin.describe(environment, map + "." + meter), meter);
		}
	}

}
