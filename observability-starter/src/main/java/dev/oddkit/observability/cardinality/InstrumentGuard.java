package dev.oddkit.observability.cardinality;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.MeterGuard;
import dev.oddkit.observability.cardinality.core.Series;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attributes under which an instrument of the OpenTelemetry API records. They
 * are the one instance that the SDK knows, whose hash is computed.
 */
class InstrumentGuard {

	private final RecordedAttributes nothing = new RecordedAttributes(Attributes.empty());

	private final CardinalityGuard<RecordedAttributes> guard;

	private final MeterGuard<RecordedAttributes> meter;

	private final SpanNotes notes;

	private final AttributeTexts texts;

	private final @Nullable Set<AttributeKey<?>> advised;

	private final LongAdder refused;

	InstrumentGuard(CardinalityGuard<RecordedAttributes> guard, MeterGuard<RecordedAttributes> meter, SpanNotes notes,
			AttributeTexts texts) {
		this(guard, meter, notes, texts, null, new LongAdder());
	}

	private InstrumentGuard(CardinalityGuard<RecordedAttributes> guard, MeterGuard<RecordedAttributes> meter,
			SpanNotes notes, AttributeTexts texts, @Nullable Set<AttributeKey<?>> advised, LongAdder refused) {
		this.guard = guard;
		this.meter = meter;
		this.notes = notes;
		this.texts = texts;
		this.advised = advised;
		this.refused = refused;
	}

	/**
	 * Return the guard of an instrument whose instrumentation advises which attributes
	 * are labels. It gives many more, such as the text of a query, for others to choose
	 * from; nobody exposes them, so they are left out before they count.
	 * @param keys the keys of the labels, or {@code null} if all are
	 * @return a guard that shares the limits of this one
	 */
	InstrumentGuard only(@Nullable Collection<AttributeKey<?>> keys) {
		return (keys != null)
				? new InstrumentGuard(this.guard, this.meter, this.notes, this.texts, Set.copyOf(keys), this.refused)
				: this;
	}

	/**
	 * Say how many time series one set of attributes exposes.
	 * @param seriesPerSet the series, such as the buckets of a histogram
	 */
	void cost(int seriesPerSet) {
		this.meter.cost(seriesPerSet);
	}

	/**
	 * Return the attributes to record.
	 * @param given the attributes as they were given
	 * @param context the context of the measurement
	 * @return the attributes, folded if they must be
	 */
	RecordedAttributes admit(Attributes given, Context context) {
		Series<RecordedAttributes> series = search(given);
		RecordedAttributes recorded = (series != null) ? series.id() : this.nothing;
		if (series == null || series.isFolded()) {
			this.notes.note(context, labels(given), recorded);
		}
		return recorded;
	}

	/**
	 * Return the attributes of a gauge.
	 * @param given the attributes as they were given
	 * @return the attributes, or {@code null} if there is no place: a sum of gauges means
	 * nothing
	 */
	@Nullable Attributes admitGauge(Attributes given) {
		Series<RecordedAttributes> series = search(given);
		if (series == null || (series.isFolded() && !series.id().attributes().equals(labels(given)))) {
			refuse();
			return null;
		}
		return series.id().attributes();
	}

	/**
	 * Count what has no place.
	 */
	void refuse() {
		this.refused.increment();
	}

	/**
	 * Find a place.
	 * @param given the attributes as they were given
	 * @return the series, or {@code null} if there is none at all
	 */
	@Nullable Series<RecordedAttributes> search(Attributes given) {
		Sum sum = new Sum(this.meter, this.texts, this.advised);
		given.forEach(sum);
		Series<RecordedAttributes> series = this.meter.find(sum.sum);
		if (series == null) {
			series = place(given);
		}
		if (series != null) {
			series.move(this.guard.epoch());
		}
		return series;
	}

	private @Nullable Series<RecordedAttributes> place(Attributes given) {
		Attributes kept = labels(given);
		AttributeLabels labels = AttributeLabels.of(kept);
		return this.meter.place(labels,
				(values, folded) -> folded ? labels.folded(values) : new RecordedAttributes(kept));
	}

	/**
	 * Return the attributes that count, which are all if nobody advised which.
	 * @param given the attributes as they were given
	 */
	Attributes labels(Attributes given) {
		Set<AttributeKey<?>> keys = this.advised;
		return (keys != null) ? given.toBuilder().removeIf((key) -> !keys.contains(key)).build() : given;
	}

	int epoch() {
		return this.guard.epoch();
	}

	long refused() {
		return this.refused.sum();
	}

	/**
	 * Adds up the attributes of one measurement. One short-lived object for each: a
	 * shared one would be a cache line that threads fight for.
	 */
	private static final class Sum implements BiConsumer<AttributeKey<?>, Object> {

		private final MeterGuard<RecordedAttributes> meter;

		private final AttributeTexts texts;

		private final @Nullable Set<AttributeKey<?>> advised;

		private long sum;

		private int position;

		Sum(MeterGuard<RecordedAttributes> meter, AttributeTexts texts, @Nullable Set<AttributeKey<?>> advised) {
			this.meter = meter;
			this.texts = texts;
			this.advised = advised;
			this.sum = meter.start();
		}

		@Override
		public void accept(AttributeKey<?> key, Object value) {
			if (this.advised == null || this.advised.contains(key)) {
				this.sum = this.meter.add(this.sum, this.position++, key.getKey(), this.texts.of(value));
			}
		}

	}

}
