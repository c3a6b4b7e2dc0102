package dev.oddkit.observability.cardinality;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Meter.Type;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * Registers counters, timers and summaries that are like the others of their name.
 */
class PlainMeters {

	private final MeterRegistry registry;

	private final Map<Type, Map<String, DistributionStatisticConfig>> configurations = new EnumMap<>(Type.class);

	private final Map<String, Double> scales = new ConcurrentHashMap<>();

	private final Set<Meter.Id> registering = ConcurrentHashMap.newKeySet();

	PlainMeters(MeterRegistry registry) {
		this.registry = registry;
		this.configurations.put(Type.TIMER, new ConcurrentHashMap<>());
		this.configurations.put(Type.DISTRIBUTION_SUMMARY, new ConcurrentHashMap<>());
	}

	/**
	 * Register a meter.
	 * @param name the name under which to register
	 * @param id the id that it is to have
	 * @return the meter
	 */
	Meter register(String name, Meter.Id id) {
		this.registering.add(id);
		try {
			return switch (id.getType()) {
				case TIMER -> Timer.builder(name)
					.tags(id.getTagsAsIterable())
					.description(id.getDescription())
					.register(this.registry);
				case DISTRIBUTION_SUMMARY -> DistributionSummary.builder(name)
					.tags(id.getTagsAsIterable())
					.description(id.getDescription())
					.baseUnit(id.getBaseUnit())
					.scale(this.scales.getOrDefault(id.getName(), 1.0))
					.register(this.registry);
				default -> Counter.builder(name)
					.tags(id.getTagsAsIterable())
					.description(id.getDescription())
					.baseUnit(id.getBaseUnit())
					.register(this.registry);
			};
		}
		finally {
			this.registering.remove(id);
		}
	}

	/**
	 * Return whether it is known what the others of its name are like.
	 */
	boolean isKnown(Meter.Id id) {
		return id.getType() == Type.COUNTER || configuration(id) != null;
	}

	/**
	 * Remember how the first meter of a name was configured, and let those that are
	 * registered here be like it.
	 * @param id the id
	 * @param config what it is configured by
	 * @return what to configure it by
	 */
	DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		Map<String, DistributionStatisticConfig> configurations = this.configurations.get(id.getType());
		if (configurations == null) {
			return config;
		}
		DistributionStatisticConfig first = configurations.putIfAbsent(id.getName(), config);
		return (first != null && this.registering.contains(id)) ? first : config;
	}

	@Nullable DistributionStatisticConfig configuration(Meter.Id id) {
		Map<String, DistributionStatisticConfig> configurations = this.configurations.get(id.getType());
		return (configurations != null) ? configurations.get(id.getName()) : null;
	}

	void added(Meter meter) {
		if (meter instanceof DistributionSummary) {
			this.scales.computeIfAbsent(meter.getId().getName(), (name) -> SummaryScale.of(meter));
		}
	}

}
