package dev.oddkit.observability.sampling;

import java.util.Locale;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import dev.oddkit.observability.PropertyOrigin;
import dev.oddkit.observability.WrongValueException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;

/**
 * Maps the ratio to the SDK's sampler. A sampler that somebody chose keeps its own
 * argument, unless it is one that takes a ratio.
 */
class SamplingPropertyMapping implements PropertyMapping {

	private static final Logger logger = LoggerFactory.getLogger(SamplingPropertyMapping.class);

	private static final String SAMPLER = "otel.traces.sampler";

	private static final String RATIO = "observability.sampling.ratio";

	/**
	 * The samplers by Spring Boot's names.
	 */
	private static final Map<String, String> SAMPLERS = Map.of("always-on", "always_on", "always-off", "always_off",
			"trace-id-ratio", "traceidratio", "parent-based-always-on", "parentbased_always_on",
			"parent-based-always-off", "parentbased_always_off", "parent-based-trace-id-ratio",
			"parentbased_traceidratio");

	@Override
	public Map<String, Rule> rules() {
		return Map.of(SAMPLER, SamplingPropertyMapping::sampler, SAMPLER + ".arg", SamplingPropertyMapping::argument);
	}

	@Override
	public void check(Environment environment) {
		String sampler = environment.getProperty(SAMPLER, "");
		if (!sampler.endsWith("traceidratio")) {
			if (environment.getProperty(RATIO) != null) {
				logger.warn("{} has no effect: {} chose the sampler {}, which takes no ratio",
						PropertyOrigin.describe(environment, RATIO), PropertyOrigin.describe(environment, SAMPLER),
						sampler);
			}
			return;
		}
		String ratio = environment.getProperty(SAMPLER + ".arg", "1");
		if (!isRatio(ratio)) {
			throw notARatio(SAMPLER + ".arg", ratio);
		}
	}

	private static boolean isRatio(String text) {
		try {
			double value = Double.parseDouble(text);
			return value >= 0 && value <= 1;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	static WrongValueException notARatio(String property, Object value) {
		return new WrongValueException(property, value, "must be from 0.0 (keep no new trace) to 1.0 (keep all)",
				"Use 0.1 to keep one new trace in ten.");
	}

	private static String sampler(Lookup lookup) {
		String sampler = lookup.get("management.opentelemetry.tracing.sampler");
		return (sampler != null) ? SAMPLERS.getOrDefault(sampler.toLowerCase(Locale.ROOT).replace('_', '-'), sampler)
				: "parentbased_traceidratio";
	}

	private static @Nullable String argument(Lookup lookup) {
		String chosen = lookup.get(SAMPLER);
		if (!((chosen != null) ? chosen : sampler(lookup)).endsWith("traceidratio")) {
			return null;
		}
		String ratio = lookup.first(RATIO, "management.tracing.sampling.probability");
		return (ratio != null) ? ratio : "1.0";
	}

}
