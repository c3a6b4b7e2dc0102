package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.MeterGuard;
import dev.oddkit.observability.cardinality.core.Series;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * Asks the guard for the series of every meter that a registry does not know yet. A known
 * meter never comes here: Micrometer finds it before it asks a filter.
 */
class CardinalityFilter implements MeterFilter {

	private final CardinalityGuard<Meter.Id> guard;

	private final FoldedMeters folded;

	CardinalityFilter(CardinalityGuard<Meter.Id> guard, MeterRegistry registry, FoldedIds ids, SpanNotes notes) {
		this.guard = guard;
		this.folded = new FoldedMeters(guard, registry, ids, notes);
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		GuardedId registering = this.folded.registering();
		if (registering != null) {
			return registering;
		}
		String name = id.getName();
		if (name.startsWith(CardinalityMeters.PREFIX)) {
			return id;
		}
		MeterGuard<Meter.Id> meter = this.guard.meter(name);
		if (meter == null) {
			return this.folded.nameless(id);
		}
		long sum = meter.start();
		int position = 0;
		for (Tag tag : id.getTagsAsIterable()) {
			sum = meter.add(sum, position++, tag.getKey(), tag.getValue());
		}
		Series<Meter.Id> series = meter.find(sum);
		if (series == null) {
			series = place(meter, id);
		}
		if (series == null) {
			return this.folded.nameless(id);
		}
		return series.isFolded() ? this.folded.fold(id, (GuardedId) series.id()) : this.folded.own(id);
	}

	private static @Nullable Series<Meter.Id> place(MeterGuard<Meter.Id> meter, Meter.Id id) {
		return meter.place(TagLabels.of(id),
				(values, folded) -> folded ? new GuardedId(id.getName(), tags(id, values), id) : id);
	}

	private static Tags tags(Meter.Id id, String[] values) {
		Tags tags = Tags.empty();
		int i = 0;
		for (Tag tag : id.getTagsAsIterable()) {
			String value = values[i++];
			tags = (value != null) ? tags.and(tag.getKey(), value) : tags;
		}
		return tags;
	}

	@Override
	public MeterFilterReply accept(Meter.Id id) {
		return this.folded.isRefused(id) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
	}

	@Override
	public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		return this.folded.configure(id, config);
	}

	void added(Meter meter) {
		this.folded.added(meter);
		MeterGuard<Meter.Id> guard = meter.getId().getName().startsWith(CardinalityMeters.PREFIX) ? null
				: this.guard.meter(meter.getId().getName());
		if (guard != null) {
			guard.cost(SeriesCost.of(meter, this.folded.configuration(meter.getId())));
		}
	}

	void removed(Meter meter) {
		MeterGuard<Meter.Id> guard = this.guard.known(meter.getId().getName());
		Series<Meter.Id> series = (guard != null) ? guard.known(TagLabels.of(meter.getId())) : null;
		if (series != null && series.isFolded()) {
			this.folded.removed((GuardedId) series.id());
		}
	}

	FoldedMeters folded() {
		return this.folded;
	}

}
