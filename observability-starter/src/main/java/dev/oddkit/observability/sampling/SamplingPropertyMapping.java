package dev.oddkit.observability.sampling;

import java.util.Locale;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;
import org.jspecify.annotations.Nullable;

/**
 * Maps the ratio to the SDK's sampler. A sampler that somebody chose keeps its own
 * argument, unless it is one that takes a ratio.
 */
class SamplingPropertyMapping implements PropertyMapping {

	private static final String SAMPLER = "otel.traces.sampler";

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
		String ratio = lookup.first("observability.sampling.ratio", "management.tracing.sampling.probability");
		return (ratio != null) ? ratio : "1.0";
	}

}
