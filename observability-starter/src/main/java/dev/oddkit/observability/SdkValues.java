package dev.oddkit.observability;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * Refuses values of the SDK's own properties that it would refuse without their name, or
 * silently replace.
 */
final class SdkValues {

	/**
	 * The least that each whole number may be.
	 */
	private static final Map<String, Integer> NUMBERS = new TreeMap<>(Map.of("otel.bsp.max.queue.size", 1,
			"otel.bsp.max.export.batch.size", 1, "otel.blrp.max.queue.size", 1, "otel.blrp.max.export.batch.size", 1,
			"otel.attribute.count.limit", 0, "otel.attribute.value.length.limit", 0, "otel.span.attribute.count.limit",
			0, "otel.span.event.count.limit", 0, "otel.span.link.count.limit", 0, "otel.java.metrics.cardinality.limit",
			1));

	private static final String INTERVAL = "otel.metric.export.interval";

	private static final String[] DURATIONS = { "otel.bsp.schedule.delay", "otel.bsp.export.timeout",
			"otel.blrp.schedule.delay", "otel.blrp.export.timeout", INTERVAL };

	private static final Logger logger = LoggerFactory.getLogger(SdkValues.class);

	private static final String METRICS = "otel.exporter.otlp.metrics.";

	private final Environment environment;

	SdkValues(Environment environment) {
		this.environment = environment;
	}

	void check() {
		NUMBERS.forEach(this::number);
		batch("otel.bsp.");
		batch("otel.blrp.");
		for (String key : DURATIONS) {
			String value = this.environment.getProperty(key);
			if (value != null && !value.matches("\\d+\\s*(ms|s|m|h|d)?")) {
				throw new WrongValueException(key, value,
						"must be milliseconds, or a number with ms, s, m, h or d and nothing else", "Set 5000 or 5s.");
			}
			if (value != null && value.matches("0+\\D*")) {
				throw new WrongValueException(key, value, "must be longer than 0",
						key.endsWith(".timeout") ? "Set 30s, the default: an export without end would hold the queue."
								: "Set the time between two exports, for example 5s.");
			}
		}
		choice("otel.metrics.exemplar.filter", "Remove it to get exemplars of sampled traces.", "trace_based",
				"always_on", "always_off");
		choice(METRICS + "temporality.preference", "Set observability.metrics.temporality instead.", "cumulative",
				"delta", "lowmemory");
		choice(METRICS + "default.histogram.aggregation", "Set observability.metrics.histograms instead.",
				"explicit_bucket_histogram", "base2_exponential_bucket_histogram");
		interval();
	}

	/**
	 * A push that takes longer than the time between two meets the next one.
	 */
	private void interval() {
		String timeout = this.environment.getProperty("otel.exporter.otlp.metrics.timeout",
				this.environment.getProperty("otel.exporter.otlp.timeout", "10s"));
		String interval = this.environment.getProperty(INTERVAL, "60s");
		boolean pushed = this.environment.getProperty("otel.metrics.exporter", "none").contains("otlp");
		if (pushed && milliseconds(timeout) > milliseconds(interval)) {
			logger.warn(
					"{} is shorter than the {} that one push may take: a slow backend gets fewer values. "
							+ "Lower observability.exporter.metrics.timeout",
					PropertyOrigin.describe(this.environment, INTERVAL), timeout);
		}
	}

	/**
	 * A value of a property of ours is refused where that is bound, in its own words.
	 */
	private void choice(String key, String remedy, String... allowed) {
		String value = this.environment.getProperty(key);
		if (value != null && !List.of(allowed).contains(value.toLowerCase(Locale.ROOT))
				&& !PropertyOrigin.describe(this.environment, key).startsWith("observability.")) {
			String last = allowed[allowed.length - 1];
			throw new WrongValueException(key, value,
					"must be " + String.join(", ", allowed).replace(", " + last, " or " + last), remedy);
		}
	}

	private static long milliseconds(String value) {
		return DurationStyle.SIMPLE.parse(value.replaceAll("\\s", ""), ChronoUnit.MILLIS).toMillis();
	}

	private @Nullable Integer number(String key, int least) {
		String value = this.environment.getProperty(key);
		if (value == null) {
			return null;
		}
		if (!value.matches("\\d{1,10}") || Long.parseLong(value) < least || Long.parseLong(value) > Integer.MAX_VALUE) {
			throw new WrongValueException(key, value, "must be a whole number from " + least + " on",
					"Correct it, or remove it to get the default.");
		}
		return Integer.valueOf(value);
	}

	private void batch(String processor) {
		Integer batch = number(processor + "max.export.batch.size", 1);
		Integer queue = number(processor + "max.queue.size", 1);
		int capacity = (queue != null) ? queue : 2048;
		if (batch != null && batch > capacity) {
			throw new WrongValueException(processor + "max.export.batch.size", batch,
					"must not be more than the queue holds, " + capacity,
					"Lower it, or raise %smax.queue.size.".formatted(processor));
		}
	}

}
