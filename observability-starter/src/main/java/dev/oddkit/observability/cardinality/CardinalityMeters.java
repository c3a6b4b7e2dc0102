package dev.oddkit.observability.cardinality;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.oddkit.observability.cardinality.core.KeyReport;
import dev.oddkit.observability.cardinality.core.Limit;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Publishes the use of the limits, and for each key that is folded how often and how many
 * values there are in truth. At most {@value #MOST} keys have meters of their own.
 */
class CardinalityMeters implements MeterBinder {

	/**
	 * What our own meters are called; their labels are few and are not limited.
	 */
	static final String PREFIX = "observability.";

	private static final int MOST = 50;

	private static final String NAME = PREFIX + "cardinality.";

	private final Offenders offenders;

	private final SeriesBudget budget;

	private final Set<MeterRegistry> registries = ConcurrentHashMap.newKeySet();

	private final Set<String> published = ConcurrentHashMap.newKeySet();

	CardinalityMeters(Offenders offenders, SeriesBudget budget) {
		this.offenders = offenders;
		this.budget = budget;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.registries.add(registry);
		Gauge.builder(NAME + "series", this.budget, SeriesBudget::used)
			.description("Time series of all meters, buckets counted")
			.register(registry);
		Gauge.builder(NAME + "series.limit", this.budget, SeriesBudget::limit)
			.description("Time series that there may be in all")
			.register(registry);
		for (Limit limit : Limit.values()) {
			FunctionCounter.builder(NAME + "limit", this.offenders, (offenders) -> offenders.hits(limit))
				.description("How often a limit decided")
				.tag("limit", limit.name().toLowerCase(java.util.Locale.ROOT))
				.register(registry);
		}
		FunctionCounter.builder(NAME + "limit", this.offenders, Offenders::folded)
			.description("How often a limit decided")
			.tag("limit", "values_per_key")
			.register(registry);
		FunctionCounter.builder(NAME + "limit", this.offenders, Offenders::refused)
			.description("How often a limit decided")
			.tag("limit", "refused")
			.register(registry);
	}

	/**
	 * Publish the keys that are folded by now.
	 */
	void refresh() {
		for (Offenders.Offender offender : this.offenders.worst(MOST)) {
			KeyReport key = offender.key();
			if (this.published.size() < MOST && this.published.add(offender.api() + key.meter() + " " + key.key())) {
				this.registries.forEach((registry) -> publish(registry, offender.api(), key));
			}
		}
	}

	private void publish(MeterRegistry registry, String api, KeyReport key) {
		FunctionCounter.builder(NAME + "folded", this.offenders, (offenders) -> offenders.find(api, key).folded())
			.description("How often a value became other")
			.tag("api", api)
			.tag("meter", key.meter())
			.tag("key", key.key())
			.register(registry);
		Gauge.builder(NAME + "estimate", this.offenders, (offenders) -> offenders.find(api, key).estimate())
			.description("Distinct values that came, some three percent more or less")
			.tag("api", api)
			.tag("meter", key.meter())
			.tag("key", key.key())
			.register(registry);
	}

}
