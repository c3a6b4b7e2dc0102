package dev.oddkit.observability.cardinality;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The registries of an application that have the filter.
 */
class GuardedRegistries {

	private final CardinalityGuard<Meter.Id> guard;

	private final SpanNotes notes;

	/**
	 * Functions that a registry makes, to be moved to their sum.
	 */
	private final Set<Meter.Id> moving = ConcurrentHashMap.newKeySet();

	private final Map<MeterRegistry, CardinalityFilter> filters = new LinkedHashMap<>();

	GuardedRegistries(CardinalityGuard<Meter.Id> guard, SpanNotes notes) {
		this.guard = guard;
		this.notes = notes;
	}

	/**
	 * Guard a registry, once.
	 * @param registry the registry; best without any meter
	 */
	void guard(MeterRegistry registry) {
		synchronized (this.filters) {
			if (!this.filters.containsKey(registry)) {
				CardinalityFilter filter = filter(registry);
				registry.config().meterFilter(filter).onMeterAdded(filter::added).onMeterRemoved(filter::removed);
			}
		}
	}

	/**
	 * Return the filter of a registry, without adding it.
	 * @param registry the registry
	 * @return its filter
	 */
	CardinalityFilter filter(MeterRegistry registry) {
		synchronized (this.filters) {
			CardinalityFilter filter = this.filters.get(registry);
			if (filter == null) {
				FoldedIds ids = new FoldedIds(registry, this.filters.size(), this.moving);
				filter = new CardinalityFilter(this.guard, registry, ids, this.notes);
				this.filters.put(registry, filter);
			}
			return filter;
		}
	}

	CardinalityGuard<Meter.Id> guard() {
		return this.guard;
	}

	/**
	 * Return the registries, composites first: removing a meter there removes it from the
	 * children as well.
	 * @return the registries with a filter
	 */
	List<MeterRegistry> registries() {
		synchronized (this.filters) {
			return this.filters.keySet()
				.stream()
				.sorted(Comparator.comparing((registry) -> !(registry instanceof CompositeMeterRegistry)))
				.toList();
		}
	}

	@Nullable FoldedMeters folded(MeterRegistry registry) {
		synchronized (this.filters) {
			CardinalityFilter filter = this.filters.get(registry);
			return (filter != null) ? filter.folded() : null;
		}
	}

	long refused() {
		return registries().stream()
			.map(this::folded)
			.mapToLong((folded) -> (folded != null) ? folded.refused() : 0)
			.sum();
	}

}
