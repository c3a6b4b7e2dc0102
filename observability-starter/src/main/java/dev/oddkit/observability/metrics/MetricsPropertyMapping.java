package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.oddkit.observability.PropertyMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * Maps {@code observability.metrics.*} to the switches of the two libraries; what Spring
 * Boot knows for its own registry counts where ours is not set. For the push Micrometer's
 * meters are recorded by the SDK, so that one stream with one resource leaves.
 */
class MetricsPropertyMapping implements PropertyMapping {

	private static final String OURS = "observability.metrics.";

	private static final String EXPORTER = "otel.metrics.exporter";

	private static final Set<String> NOT_PUSHED = Set.of("none", "prometheus");

	private static final String TO = OURS + "to";

	private static final String BOOT = "management.otlp.metrics.export.";

	@Override
	public Map<String, Rule> rules() {
		return Map.of("management.prometheus.metrics.export.enabled", MetricsPropertyMapping::scraped, EXPORTER,
				MetricsPropertyMapping::exporter, "otel.instrumentation.micrometer.enabled",
				MetricsPropertyMapping::isPushed, "otel.metric.export.interval",
				(lookup) -> millis(lookup.first(OURS + "interval", BOOT + "step")),
				"otel.exporter.otlp.metrics.temporality.preference",
				(lookup) -> lookup.first(OURS + "temporality", BOOT + "aggregation-temporality"),
				"otel.exporter.otlp.metrics.default.histogram.aggregation", MetricsPropertyMapping::aggregation);
	}

	private static Object scraped(Lookup lookup) {
		String exporter = lookup.get(EXPORTER);
		if (exporter != null && exporter.toLowerCase(Locale.ROOT).contains("prometheus")) {
			return true;
		}
		String unset = lookup.get("management.defaults.metrics.export.enabled");
		return (unset != null && !lookup.isSet(TO, TO + "[0]")) ? unset : goes(lookup, "prometheus");
	}

	/**
	 * Says nothing where nobody asked: a service connection decides then.
	 */
	private static @Nullable String exporter(Lookup lookup) {
		if (lookup.isSet(TO, TO + "[0]")) {
			String exporters = Stream.of("otlp", "console")
				.filter((way) -> goes(lookup, way))
				.collect(Collectors.joining(","));
			return exporters.isEmpty() ? "none" : exporters;
		}
		if (isPushed(lookup)) {
			return "otlp";
		}
		return lookup.isSet(BOOT + "enabled") ? "none" : null;
	}

	/**
	 * Both APIs are pushed, whichever property asked for it; a URL for Spring Boot's
	 * registry asks too.
	 */
	private static boolean isPushed(Lookup lookup) {
		String exporter = lookup.get(EXPORTER);
		if (exporter != null) {
			return !Stream.of(exporter.split(",")).map(String::trim).allMatch(NOT_PUSHED::contains);
		}
		if (lookup.isSet(TO, TO + "[0]")) {
			return goes(lookup, "otlp") || goes(lookup, "console");
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
		List<String> to = lookup.isSet(TO, TO + "[0]") ? lookup.list(TO) : List.of("prometheus");
		return to.stream().anyMatch(way::equalsIgnoreCase);
	}

}
