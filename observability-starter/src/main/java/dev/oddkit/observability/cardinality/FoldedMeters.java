package dev.oddkit.observability.cardinality;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Meter.Type;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a registry records under a folded id: counters, timers and summaries are exact,
 * the functions of function counters are summed, gauges and long task timers are refused,
 * since their sum means nothing.
 */
class FoldedMeters {

	/**
	 * Where a measurement goes if there are too many meters or series; the type is part
	 * of the name, so that no two types meet under one.
	 */
	private static final String NAMELESS = CardinalityMeters.PREFIX + "other.";

	private final MeterRegistry registry;

	private final SpanNotes notes;

	private final FunctionSums functions;

	private final Map<Type, Meter.Id> nameless = new EnumMap<>(Type.class);

	private final Map<String, DistributionStatisticConfig> configurations = new ConcurrentHashMap<>();

	private final LongAdder refused = new LongAdder();

	FoldedMeters(CardinalityGuard<Meter.Id> guard, MeterRegistry registry, SpanNotes notes) {
		this.registry = registry;
		this.notes = notes;
		this.functions = new FunctionSums(guard, registry);
	}

	Meter.Id fold(Meter.Id given, Meter.Id folded) {
		Type type = given.getType();
		if (type == Type.COUNTER || type == Type.TIMER) {
			if (this.functions.mayBe((GuardedId) folded) && FunctionSums.registersFunction()) {
				return isSame(given, folded) ? folded : this.functions.add(given, folded);
			}
		}
		else if (type != Type.DISTRIBUTION_SUMMARY) {
			return isSame(given, folded) ? given : folded;
		}
		this.notes.note(given, folded);
		return folded;
	}

	/**
	 * Fold onto an id for the first time. The meter is registered under its own id
	 * before, because the registry remembers for ever the first id that led to a meter: a
	 * value that is turned away today may have its own series tomorrow.
	 */
	Meter.Id foldFirst(Meter.Id given, Meter.Id folded) {
		Meter.Id id = fold(given, folded);
		if (id == folded && !isSame(given, folded)) {
			DistributionStatisticConfig configuration = this.configurations.get(folded.getName());
			if (folded.getType() == Type.COUNTER) {
				Counter.builder(folded.getName())
					.tags(folded.getTagsAsIterable())
					.description(folded.getDescription())
					.baseUnit(folded.getBaseUnit())
					.register(this.registry);
			}
			else if (folded.getType() == Type.TIMER && configuration != null) {
				timer(folded, configuration).register(this.registry);
			}
		}
		return id;
	}

	private static Timer.Builder timer(Meter.Id id, DistributionStatisticConfig configuration) {
		return Timer.builder(id.getName())
			.tags(id.getTagsAsIterable())
			.description(id.getDescription())
			.publishPercentiles(configuration.getPercentiles())
			.percentilePrecision(configuration.getPercentilePrecision())
			.publishPercentileHistogram(configuration.isPercentileHistogram())
			.serviceLevelObjectives(DistributionConfigs.objectives(configuration))
			.distributionStatisticExpiry(configuration.getExpiry())
			.distributionStatisticBufferLength(configuration.getBufferLength());
	}

	/**
	 * Return the id of a meter for which there is no place at all.
	 */
	Meter.Id nameless(Meter.Id given) {
		synchronized (this.nameless) {
			return this.nameless.computeIfAbsent(given.getType(), (type) -> {
				String name = NAMELESS + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '.');
				return new GuardedId(name, Tags.empty(), new Meter.Id(name, Tags.empty(), null, null, type));
			});
		}
	}

	boolean isRefused(Meter.Id id) {
		if (id instanceof GuardedId && switch (id.getType()) {
			case GAUGE, LONG_TASK_TIMER, OTHER -> true;
			default -> false;
		}) {
			this.refused.increment();
			return true;
		}
		return false;
	}

	void configured(Meter.Id id, DistributionStatisticConfig configuration) {
		if (id.getType() == Type.TIMER && !(id instanceof GuardedId)) {
			this.configurations.putIfAbsent(id.getName(), configuration);
		}
	}

	@Nullable DistributionStatisticConfig configuration(Meter.Id id) {
		return this.configurations.get(id.getName());
	}

	void added(Meter meter) {
		this.functions.added(meter);
	}

	long refused() {
		return this.refused.sum() + this.functions.refused();
	}

	void settle() {
		this.functions.settle();
	}

	private static boolean isSame(Meter.Id given, Meter.Id folded) {
		return given.equals(folded);
	}

}
