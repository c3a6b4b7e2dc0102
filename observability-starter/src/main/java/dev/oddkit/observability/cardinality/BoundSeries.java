package dev.oddkit.observability.cardinality;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The series of one instrument that are bound: the guard has found the series, and the
 * SDK need not search for it again.
 *
 * @param <S> what records a series
 */
final class BoundSeries<S> {

	/**
	 * So many in the life of an instrument: with delta temporality the SDK never frees a
	 * series that was bound.
	 */
	static final int MOST = 256;

	private final @Nullable Function<Attributes, S> bind;

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Nothing bound yet.
	 * @param bind binds attributes, or {@code null} if the instrument cannot
	 */
	BoundSeries(@Nullable Function<Attributes, S> bind) {
		this.bind = bind;
	}

	/**
	 * Return what records a series. Nothing for a measurement with baggage, which a View
	 * may add to its attributes.
	 * @param recorded the attributes of the series
	 * @param context the context of the measurement
	 * @return what records it, or {@code null} to record its attributes
	 */
	@SuppressWarnings("unchecked")
	@Nullable S find(RecordedAttributes recorded, Context context) {
		Bound bound = recorded.bound();
		if (bound == null) {
			bound = bind(recorded);
		}
		if (bound.owner != this || Baggage.fromContextOrNull(context) != null) {
			return null;
		}
		return (S) bound.series;
	}

	private Bound bind(RecordedAttributes recorded) {
		Bound bound = Bound.NOTHING;
		if (this.bind != null && this.count.getAndIncrement() < MOST) {
			bound = new Bound(this, this.bind.apply(recorded.attributes()));
		}
		recorded.bind(bound);
		return bound;
	}

	/**
	 * The series of the first instrument that recorded it. There may be others of its
	 * name, whose series are not the same.
	 */
	static final class Bound {

		private static final Bound NOTHING = new Bound(null, null);

		private final @Nullable BoundSeries<?> owner;

		private final @Nullable Object series;

		private Bound(@Nullable BoundSeries<?> owner, @Nullable Object series) {
			this.owner = owner;
			this.series = series;
		}

	}

	/** Records whole numbers in one series. */
	interface OfLong {

		void record(long value, Context context);

	}

	/** Records numbers in one series. */
	interface OfDouble {

		void record(double value, Context context);

	}

}
