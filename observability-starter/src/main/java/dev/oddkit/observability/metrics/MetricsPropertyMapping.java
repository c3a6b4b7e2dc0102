package dev.oddkit.observability.metrics;

import java.util.Arrays;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.StringUtils;

/**
 * Maps {@code observability.metrics.*} to the switches of the two libraries; what Spring
 * Boot knows for its own registry counts where ours is not set. For the push Micrometer's
 * meters are recorded by the SDK, so that one stream with one resource leaves.
 */
class MetricsPropertyMapping implements PropertyMapping {

	private static final String OURS = "observability.metrics.";

	private static final String BOOT = "management.otlp.metrics.export.";

	@Override
	public Map<String, Rule> rules() {
		return Map.of("management.prometheus.metrics.export.enabled", MetricsPropertyMapping::scraped,
				"otel.metrics.exporter", MetricsPropertyMapping::exporter, "otel.instrumentation.micrometer.enabled",
				MetricsPropertyMapping::isPushed, "otel.metric.export.interval",
				(lookup) -> millis(lookup.first(OURS + "interval", BOOT + "step")),
				"otel.exporter.otlp.metrics.temporality.preference",
				(lookup) -> lookup.first(OURS + "temporality", BOOT + "aggregation-temporality"),
				"otel.exporter.otlp.metrics.default.histogram.aggregation", MetricsPropertyMapping::aggregation);
	}

	private static Object scraped(Lookup lookup) {
		String unset = lookup.get("management.defaults.metrics.export.enabled");
		return (unset != null && !lookup.isSet(OURS + "to", OURS + "to[0]")) ? unset : goes(lookup, "prometheus");
	}

	/**
	 * Says nothing where nobody asked: a service connection decides then.
	 */
	private static @Nullable String exporter(Lookup lookup) {
		if (isPushed(lookup)) {
			return "otlp";
		}
		return lookup.isSet(OURS + "to", OURS + "to[0]", BOOT + "enabled") ? "none" : null;
	}

	/**
	 * Both APIs are pushed, whichever property asked for it; a URL for Spring Boot's
	 * registry asks too.
	 */
	private static boolean isPushed(Lookup lookup) {
		String exporter = lookup.get("otel.metrics.exporter");
		if (exporter != null) {
			return !exporter.equalsIgnoreCase("none");
		}
		if (lookup.isSet(OURS + "to", OURS + "to[0]")) {
			return goes(lookup, "otlp");
		}
		String enabled = lookup.get(BOOT + "enabled");
		return (enabled != null) ? enabled.equalsIgnoreCase("true") : lookup.isSet(BOOT + "url");
	}

	private static @Nullable String millis(@Nullable String interval) {
		try {
			return (interval != null) ? DurationStyle.detectAndParse(interval).toMillis() + "ms" : null;
		}
		catch (IllegalArgumentException ex) {
			// Passes as it is: the checks of the start name it
			return interval;
		}
	}

	private static @Nullable String aggregation(Lookup lookup) {
		String ours = lookup.get(OURS + "histograms");
		if (ours == null) {
			String flavor = lookup.get(BOOT + "histogram-flavor");
			return (flavor != null) ? flavor.replace('-', '_') : null;
		}
		return ours.equalsIgnoreCase("exponential") ? "base2_exponential_bucket_histogram"
				: "explicit_bucket_histogram";
	}

	private static boolean goes(Lookup lookup, String way) {
		String to = lookup.get(OURS + "to");
		if (to == null) {
			to = lookup.get(OURS + "to[0]");
			for (int i = 1; to != null && lookup.isSet(OURS + "to[" + i + "]"); i++) {
				to += "," + lookup.get(OURS + "to[" + i + "]");
			}
		}
		return Arrays.stream(StringUtils.commaDelimitedListToStringArray((to != null) ? to : "prometheus"))
			.anyMatch((value) -> value.trim().equalsIgnoreCase(way));
	}

}
