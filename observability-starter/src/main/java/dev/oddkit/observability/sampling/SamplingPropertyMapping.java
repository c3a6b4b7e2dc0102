package dev.oddkit.observability.sampling;

import java.util.Map;

import dev.oddkit.observability.PropertyMapping;

/**
 * Maps the ratio to the SDK's sampler. A sampler that somebody chose keeps its own
 * argument.
 */
class SamplingPropertyMapping implements PropertyMapping {

	private static final String SAMPLER = "otel.traces.sampler";

	@Override
	public Map<String, Rule> rules() {
		return Map.of(SAMPLER, (lookup) -> "parentbased_traceidratio", SAMPLER + ".arg", (lookup) -> {
			if (lookup.isSet(SAMPLER)) {
				return null;
			}
			String ratio = lookup.first("observability.sampling.ratio", "management.tracing.sampling.probability");
			return (ratio != null) ? ratio : "1.0";
		});
	}

}
