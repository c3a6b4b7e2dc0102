package dev.oddkit.observability.cardinality;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
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

	/**
	 * What a function gets that is counted already, or that nobody counts.
	 */
	private static final Meter.Id IGNORED = id(CardinalityMeters.PREFIX + "ignored", Type.OTHER);

	private final MeterRegistry registry;

	private final SpanNotes notes;

	private final FunctionSums functions;

	private final Map<Type, Meter.Id> nameless = new ConcurrentHashMap<>();

	private final Map<String, DistributionStatisticConfig> configurations = new ConcurrentHashMap<>();

	private final Map<String, Double> scales = new ConcurrentHashMap<>();

	private final LongAdder refused = new LongAdder();

	FoldedMeters(CardinalityGuard<Meter.Id> guard, MeterRegistry registry, SpanNotes notes) {
		this.registry = registry;
		this.notes = notes;
		this.functions = new FunctionSums(guard, registry);
	}

	Meter.Id fold(Meter.Id given, Meter.Id folded) {
		Type type = given.getType();
		if (type == Type.COUNTER || type == Type.TIMER) {
			if (this.functions.mayBe((GuardedId) folded)) {
				Meter.Id function = function(given, folded);
				if (function != null) {
					return function;
				}
			}
		}
		else if (type != Type.DISTRIBUTION_SUMMARY) {
			return given.equals(folded) ? given : folded;
		}
		this.notes.note(given, (GuardedId) folded);
		return folded;
	}

	/**
	 * Return the id under which to register a function, or {@code null} if it is none.
	 */
	private Meter.@Nullable Id function(Meter.Id given, Meter.Id folded) {
		boolean function = FunctionSums.registersFunction();
		if (given.equals(folded)) {
			return function ? folded : null;
		}
		if (function) {
			Meter.Id id = this.functions.add(given, folded);
			return (id != null) ? id : IGNORED;
		}
		this.functions.share(folded, () -> plain(folded));
		return null;
	}

	/**
	 * Fold onto an id for the first time. The meter is registered under its own id
	 * before, because the registry remembers for ever the first id that led to a meter: a
	 * value that is turned away today may have its own series tomorrow.
	 */
	Meter.Id foldFirst(Meter.Id given, Meter.Id folded) {
		Meter.Id id = fold(given, folded);
		if (id == folded && !given.equals(folded)
				&& (folded.getType() == Type.COUNTER || this.configurations.containsKey(folded.getName()))) {
			plain(folded);
		}
		return id;
	}

	/**
	 * Register a counter, timer or summary that is like the others of its name.
	 * @param id its id
	 * @return the meter
	 */
	Meter plain(Meter.Id id) {
		return switch (id.getType()) {
			case TIMER -> timer(id).register(this.registry);
			case DISTRIBUTION_SUMMARY -> summary(id).register(this.registry);
			default -> Counter.builder(id.getName())
				.tags(id.getTagsAsIterable())
				.description(id.getDescription())
				.baseUnit(id.getBaseUnit())
				.register(this.registry);
		};
	}

	private Timer.Builder timer(Meter.Id id) {
		Timer.Builder timer = Timer.builder(id.getName()).tags(id.getTagsAsIterable()).description(id.getDescription());
		DistributionStatisticConfig configuration = this.configurations.get(id.getName());
		if (configuration != null) {
			timer.publishPercentiles(configuration.getPercentiles())
				.percentilePrecision(configuration.getPercentilePrecision())
				.publishPercentileHistogram(configuration.isPercentileHistogram())
				.minimumExpectedValue(DistributionConfigs.duration(configuration.getMinimumExpectedValueAsDouble()))
				.maximumExpectedValue(DistributionConfigs.duration(configuration.getMaximumExpectedValueAsDouble()))
				.serviceLevelObjectives(DistributionConfigs.objectives(configuration))
				.distributionStatisticExpiry(configuration.getExpiry())
				.distributionStatisticBufferLength(configuration.getBufferLength());
		}
		return timer;
	}

	private DistributionSummary.Builder summary(Meter.Id id) {
		DistributionSummary.Builder summary = DistributionSummary.builder(id.getName())
			.tags(id.getTagsAsIterable())
			.description(id.getDescription())
			.baseUnit(id.getBaseUnit())
			.scale(this.scales.getOrDefault(id.getName(), 1.0));
		DistributionStatisticConfig configuration = this.configurations.get(id.getName());
		if (configuration != null) {
			summary.publishPercentiles(configuration.getPercentiles())
				.percentilePrecision(configuration.getPercentilePrecision())
				.publishPercentileHistogram(configuration.isPercentileHistogram())
				.minimumExpectedValue(configuration.getMinimumExpectedValueAsDouble())
				.maximumExpectedValue(configuration.getMaximumExpectedValueAsDouble())
				.serviceLevelObjectives(configuration.getServiceLevelObjectiveBoundaries())
				.distributionStatisticExpiry(configuration.getExpiry())
				.distributionStatisticBufferLength(configuration.getBufferLength());
		}
		return summary;
	}

	/**
	 * Return the id of a meter for which there is no place at all.
	 */
	Meter.Id nameless(Meter.Id given) {
		Type type = given.getType();
		Meter.Id other = this.nameless.computeIfAbsent(type, FoldedMeters::other);
		Meter.Id function = (type == Type.COUNTER || type == Type.TIMER) ? function(given, other) : null;
		return (function != null) ? function : other;
	}

	private static Meter.Id other(Type type) {
		return id(NAMELESS + type.name().toLowerCase(Locale.ROOT).replace('_', '.'), type);
	}

	private static Meter.Id id(String name, Type type) {
		return new GuardedId(name, Tags.empty(), new Meter.Id(name, Tags.empty(), null, null, type));
	}

	boolean isRefused(Meter.Id id) {
		if (id == IGNORED) {
			return true;
		}
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
		if (!(id instanceof GuardedId) && (id.getType() == Type.TIMER || id.getType() == Type.DISTRIBUTION_SUMMARY)) {
			this.configurations.putIfAbsent(id.getName(), configuration);
		}
	}

	@Nullable DistributionStatisticConfig configuration(Meter.Id id) {
		return this.configurations.get(id.getName());
	}

	void added(Meter meter) {
		if (meter instanceof DistributionSummary && !(meter.getId() instanceof GuardedId)) {
			this.scales.computeIfAbsent(meter.getId().getName(), (name) -> SummaryScale.of(meter));
		}
		this.functions.added(meter);
	}

	long refused() {
		return this.refused.sum() + this.functions.refused();
	}

	void settle() {
		this.functions.settle();
		this.functions.forward();
	}

}
