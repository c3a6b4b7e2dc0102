package dev.oddkit.observability.cardinality;

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

	private final LongAdder refused = new LongAdder();

	InstrumentGuard(CardinalityGuard<RecordedAttributes> guard, MeterGuard<RecordedAttributes> meter, SpanNotes notes,
			AttributeTexts texts) {
		this.guard = guard;
		this.meter = meter;
		this.notes = notes;
		this.texts = texts;
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
			this.notes.note(context, given, recorded);
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
		if (series == null || (series.isFolded() && !series.id().attributes().equals(given))) {
			this.refused.increment();
			return null;
		}
		return series.id().attributes();
	}

	/**
	 * Find a place.
	 * @param given the attributes as they were given
	 * @return the series, or {@code null} if there is none at all
	 */
	@Nullable Series<RecordedAttributes> search(Attributes given) {
		Sum sum = new Sum(this.meter, this.texts);
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
		AttributeLabels labels = AttributeLabels.of(given);
		return this.meter.place(labels,
				(values, folded) -> folded ? labels.folded(values) : new RecordedAttributes(given));
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

		private long sum;

		private int position;

		Sum(MeterGuard<RecordedAttributes> meter, AttributeTexts texts) {
			this.meter = meter;
			this.texts = texts;
			this.sum = meter.start();
		}

		@Override
		public void accept(AttributeKey<?> key, Object value) {
			this.sum = this.meter.add(this.sum, this.position++, key.getKey(), this.texts.of(value));
		}

	}

}
