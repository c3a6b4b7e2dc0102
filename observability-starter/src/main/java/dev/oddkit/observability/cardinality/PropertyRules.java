package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.oddkit.observability.WrongValueException;
import dev.oddkit.observability.cardinality.CardinalityProperties.MeterRule;
import dev.oddkit.observability.cardinality.CardinalityProperties.PlaceholderRule;
import dev.oddkit.observability.cardinality.core.KeyRule;
import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.Rules;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the properties state. Wrong ones end the start.
 */
class PropertyRules implements Rules {

	private static final String ROOT = "observability.cardinality.";

	private static final MeterRule NOTHING = new MeterRule(null, null, List.of(), List.of());

	private final CardinalityProperties properties;

	private final Limits limits;

	PropertyRules(CardinalityProperties properties) {
		this.properties = properties;
		this.limits = limits(properties);
		Placeholders.of(properties.placeholders(), ROOT + "placeholders");
		positive("epoch", properties.epoch());
		positive("idle-after", properties.idleAfter());
		allowedOrDenied("", properties.allowedKeys(), properties.deniedKeys());
		properties.meters().forEach((name, rule) -> {
			allowedOrDenied("meters[" + name + "].", rule.allowedKeys(), rule.deniedKeys());
			optional("meters[" + name + "].max-series", rule.maxSeries());
			optional("meters[" + name + "].max-values-per-key", rule.maxValuesPerKey());
		});
	}

	private static Limits limits(CardinalityProperties properties) {
		int hard = positive("max-values-per-key", properties.maxValuesPerKey(), properties.maxValuesPerKey());
		Integer soft = properties.softValuesPerKey();
		if (soft != null && (soft < 1 || soft > hard)) {
			throw new WrongValueException(ROOT + "soft-values-per-key", soft,
					"is not between 1 and " + hard + ", the value of max-values-per-key",
					"Set a smaller number, or raise max-values-per-key.");
		}
		int admittedAtOnce = (soft != null) ? soft : Math.max(1, hard * 64 / 100);
		if (properties.maxKeysPerMeter() < 1 || properties.maxKeysPerMeter() > 60) {
			throw new WrongValueException(ROOT + "max-keys-per-meter", properties.maxKeysPerMeter(),
					"is not between 1 and 60", "Set a number in this range; the default is 16.");
		}
		return new Limits(admittedAtOnce, hard, Math.min(16, admittedAtOnce),
				positive("max-value-length", properties.maxValueLength(), properties.maxValueLength()),
				properties.maxKeysPerMeter(),
				positive("max-series-per-meter", properties.maxSeriesPerMeter(), properties.maxSeriesPerMeter()),
				positive("max-series", properties.maxSeries(), properties.maxSeries()),
				positive("max-meters", properties.maxMeters(), properties.maxMeters()));
	}

	private static void allowedOrDenied(String prefix, List<String> allowed, List<String> denied) {
		allowed.forEach((key) -> {
			if (contains(denied, key)) {
				throw new WrongValueException(ROOT + prefix + "allowed-keys", key, "is a denied key as well",
						"Remove it from one of allowed-keys and denied-keys; setting denied-keys replaces its default.");
			}
		});
	}

	private static void positive(String name, Duration duration) {
		if (duration.toMillis() < 1) {
			throw new WrongValueException(ROOT + name, duration, "is below the smallest allowed value of 1ms",
					"Set a longer time, or remove it to get the default.");
		}
	}

	private static void optional(String name, @Nullable Integer value) {
		if (value != null) {
			positive(name, value, value);
		}
	}

	private static int positive(String name, long number, Object value) {
		if (number < 1) {
			throw new WrongValueException(ROOT + name, value, "is below the smallest allowed value of 1",
					"Set a larger value, or observability.cardinality.enabled=false to limit nothing.");
		}
		return (int) Math.min(number, Integer.MAX_VALUE);
	}

	@Override
	public Limits limits() {
		return this.limits;
	}

	@Override
	public int series(String meter) {
		Integer own = rule(meter).maxSeries();
		return (own != null) ? own : this.limits.seriesPerMeter();
	}

	@Override
	public KeyRule key(String meter, String key) {
		MeterRule rule = rule(meter);
		Integer own = rule.maxValuesPerKey();
		int hard = (own != null) ? own : this.limits.hardValues();
		int soft = (own != null) ? Math.max(1, own * 64 / 100) : this.limits.softValues();
		return new KeyRule(admission(rule, key), soft, hard, placeholders(key));
	}

	private Admission admission(MeterRule rule, String key) {
		if (contains(rule.allowedKeys(), key)) {
			return Admission.ALWAYS;
		}
		if (contains(rule.deniedKeys(), key)) {
			return Admission.NEVER;
		}
		if (contains(this.properties.allowedKeys(), key)) {
			return Admission.ALWAYS;
		}
		return contains(this.properties.deniedKeys(), key) ? Admission.NEVER : Admission.LIMITED;
	}

	private UnaryOperator<String> placeholders(String key) {
		List<PlaceholderRule> rules = this.properties.placeholders()
			.stream()
			.filter((rule) -> contains(rule.keys(), key))
			.toList();
		return Placeholders.of(rules, ROOT + "placeholders");
	}

	private MeterRule rule(String meter) {
		Map<String, MeterRule> rules = this.properties.meters();
		return rules.getOrDefault(meter, NOTHING);
	}

	private static boolean contains(Collection<String> keys, String key) {
		String plain = plain(key);
		return keys.stream().anyMatch((candidate) -> plain(candidate).equals(plain));
	}

	private static String plain(String key) {
		return key.replace(".", "").replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
	}

}
