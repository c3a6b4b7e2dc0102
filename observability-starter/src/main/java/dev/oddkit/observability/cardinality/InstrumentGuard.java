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
 * are the one instance that the SDK knows, whose hash is computed: that saves the SDK
 * what the guard costs. Known sets are found in a table as long as nothing is folded.
 */
class InstrumentGuard {

	private final CardinalityGuard<Attributes> guard;

	private final MeterGuard<Attributes> meter;

	private final SpanNotes notes;

	private final AttributeTexts texts;

	private final LongAdder refused = new LongAdder();

	private volatile KnownAttributes known = new KnownAttributes();

	/**
	 * Whether a value was folded in this epoch. Most attributes are not known then, and
	 * their hash would be computed in vain.
	 */
	private volatile boolean folding;

	InstrumentGuard(CardinalityGuard<Attributes> guard, MeterGuard<Attributes> meter, SpanNotes notes,
			AttributeTexts texts) {
		this.guard = guard;
		this.meter = meter;
		this.notes = notes;
		this.texts = texts;
	}

	/**
	 * Return the attributes to record.
	 * @param given the attributes as they were given
	 * @param context the context of the measurement
	 * @return the attributes, folded if they must be
	 */
	Attributes admit(Attributes given, Context context) {
		Series<Attributes> series = series(given);
		if (series == null) {
			return Attributes.empty();
		}
		if (series.isFolded()) {
			this.notes.note(context, given, series.id());
		}
		return series.id();
	}

	/**
	 * Return the attributes of a gauge.
	 * @param given the attributes as they were given
	 * @return the attributes, or {@code null} if there is no place: a sum of gauges means
	 * nothing
	 */
	@Nullable Attributes admitGauge(Attributes given) {
		Series<Attributes> series = series(given);
		if (series == null || (series.isFolded() && !series.id().equals(given))) {
			this.refused.increment();
			return null;
		}
		return series.id();
	}

	@Nullable Series<Attributes> series(Attributes given) {
		Series<Attributes> series = this.folding ? null : this.known.find(given);
		if (series == null) {
			series = search(given);
		}
		if (series != null) {
			series.move(this.guard.epoch());
		}
		return series;
	}

	private @Nullable Series<Attributes> search(Attributes given) {
		Sum sum = new Sum(this.meter, this.texts);
		given.forEach(sum);
		Series<Attributes> series = this.meter.find(sum.sum);
		if (series == null) {
			series = place(given);
		}
		if (!this.folding) {
			learn(series);
		}
		return series;
	}

	private void learn(@Nullable Series<Attributes> series) {
		if (series == null || series.isFolded()) {
			this.folding = true;
		}
		else if (this.known.find(series.id()) == null) {
			synchronized (this) {
				this.known = this.known.with(series);
			}
		}
	}

	private @Nullable Series<Attributes> place(Attributes given) {
		AttributeLabels labels = AttributeLabels.of(given);
		return this.meter.place(labels, (values, folded) -> folded ? labels.folded(values) : given);
	}

	/**
	 * End an epoch.
	 * @param forget whether some of the known attributes lost their place
	 */
	synchronized void endEpoch(boolean forget) {
		this.folding = false;
		if (forget) {
			this.known = new KnownAttributes();
		}
	}

	long refused() {
		return this.refused.sum();
	}

	/**
	 * Adds up the attributes of one measurement. One short-lived object for each: a
	 * shared one would be a cache line that threads fight for.
	 */
	private static final class Sum implements BiConsumer<AttributeKey<?>, Object> {

		private final MeterGuard<Attributes> meter;

		private final AttributeTexts texts;

		private long sum;

		private int position;

		Sum(MeterGuard<Attributes> meter, AttributeTexts texts) {
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
