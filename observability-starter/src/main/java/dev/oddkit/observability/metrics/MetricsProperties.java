package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.oddkit.observability.WrongValueException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * Properties of the ways that metrics leave.
 *
 * @param to Comma-separated list of ways: prometheus is scraped, otlp is pushed, console
 * is printed, none is nothing of these.
 * @param interval Time between two pushes.
 * @param temporality What a pushed value covers.
 * @param histograms Kind of histograms: fixed buckets, or base-2 exponential ones, which
 * a scrape has as native histograms. Dashboards must ask for these in another way.
 * @param buckets Upper bounds of the fixed buckets by name of the meter, ascending
 * durations, at most 14; an empty list leaves count and sum.
 */
@ConfigurationProperties("observability.metrics")
record MetricsProperties(@DefaultValue("prometheus") Set<Way> to, @DefaultValue("60s") Duration interval,
		@DefaultValue("cumulative") Temporality temporality, @DefaultValue("fixed") Histograms histograms,
		@DefaultValue Map<String, List<Duration>> buckets) {

	static final int MAX_BUCKETS = 14;

	private static final String PREFIX = "observability.metrics.";

	MetricsProperties {
		if (to.contains(Way.NONE) && to.size() > 1) {
			throw new WrongValueException(PREFIX + "to", to, "says none and a way",
					"Leave none out, or let it stand alone.");
		}
		if (interval.toMillis() < 1) {
			throw new WrongValueException(PREFIX + "interval", interval, "must be longer than 0",
					"Use 60s, the default.");
		}
		buckets.forEach(MetricsProperties::check);
	}

	boolean isExponential() {
		return this.histograms == Histograms.EXPONENTIAL;
	}

	private static void check(String meter, List<Duration> bounds) {
		String property = PREFIX + "buckets." + meter;
		if (bounds.size() > MAX_BUCKETS) {
			throw new WrongValueException(property, text(bounds),
					"has " + bounds.size() + " bounds; allowed are " + MAX_BUCKETS,
					"Each bound is one time series more for each combination of labels. Leave some out.");
		}
		for (int i = 0; i < bounds.size(); i++) {
			Duration former = (i > 0) ? bounds.get(i - 1) : Duration.ZERO;
			if (bounds.get(i).compareTo(former) <= 0) {
				throw new WrongValueException(property, text(bounds), "must ascend and be longer than 0",
						"Write for example 10ms,100ms,1s.");
			}
		}
	}

	private static String text(List<Duration> bounds) {
		return bounds.stream().map(DurationStyle.SIMPLE::print).collect(Collectors.joining(","));
	}

	/**
	 * A way that metrics leave.
	 */
	enum Way {

		/**
		 * Scraped at the actuator's prometheus endpoint.
		 */
		PROMETHEUS,

		/**
		 * Pushed by OTLP.
		 */
		OTLP,

		/**
		 * Printed once in each interval: for the desk, not for production.
		 */
		CONSOLE,

		/**
		 * Nowhere; exporters that are beans of the application's receive them all the
		 * same.
		 */
		NONE

	}

	/**
	 * What a pushed value covers.
	 */
	enum Temporality {

		/**
		 * Everything since the start of the process.
		 */
		CUMULATIVE,

		/**
		 * What came since the last push. Sums that can fall stay cumulative.
		 */
		DELTA

	}

	/**
	 * Kinds of histograms.
	 */
	enum Histograms {

		/**
		 * The bounds of {@code observability.metrics.buckets}.
		 */
		FIXED,

		/**
		 * Base-2 exponential in a push. In a scrape native, which only Prometheus's
		 * protobuf format carries; Micrometer's have the fixed buckets beside.
		 */
		EXPONENTIAL

	}

}
