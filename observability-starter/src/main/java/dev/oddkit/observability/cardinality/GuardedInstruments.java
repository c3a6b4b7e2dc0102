package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.cardinality.BoundSeries.OfDouble;
import dev.oddkit.observability.cardinality.BoundSeries.OfLong;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The synchronous instruments of the OpenTelemetry API, each in front of the SDK's.
 */
final class GuardedInstruments {

	private GuardedInstruments() {
	}

	/**
	 * Put the guard in front of an instrument.
	 * @param instrument what the SDK built
	 * @param guard the guard of its name
	 * @return the guarded instrument, or {@code null} if it is none of the synchronous
	 * ones
	 */
	static @Nullable Object guard(Object instrument, InstrumentGuard guard) {
		if (instrument instanceof LongCounter it) {
			return new OfLongCounter(it, guard, new BoundSeries<>(Bindings.of(it)));
		}
		if (instrument instanceof DoubleCounter it) {
			return new OfDoubleCounter(it, guard, new BoundSeries<>(Bindings.of(it)));
		}
		if (instrument instanceof LongHistogram it) {
			return new OfLongHistogram(it, guard, new BoundSeries<>(Bindings.of(it)));
		}
		if (instrument instanceof DoubleHistogram it) {
			return new OfDoubleHistogram(it, guard, new BoundSeries<>(Bindings.of(it)));
		}
		if (instrument instanceof LongUpDownCounter it) {
			return new OfLongUpDownCounter(it, guard, new BoundSeries<>(Bindings.of(it)));
		}
		if (instrument instanceof DoubleUpDownCounter it) {
			return new OfDoubleUpDownCounter(it, guard, new BoundSeries<>(Bindings.of(it)));
		}
		return GuardedGauges.guard(instrument, guard);
	}

	private record OfLongCounter(LongCounter sdk, InstrumentGuard guard,
			BoundSeries<OfLong> bound) implements LongCounter {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void add(long value) {
			this.sdk.add(value);
		}

		@Override
		public void add(long value, Attributes attributes) {
			add(value, attributes, Context.current());
		}

		@Override
		public void add(long value, Attributes attributes, Context context) {
			RecordedAttributes recorded = this.guard.admit(attributes, context);
			OfLong series = this.bound.find(recorded, context);
			if (series != null) {
				series.record(value, context);
			}
			else {
				this.sdk.add(value, recorded.attributes(), context);
			}
		}

	}

	private record OfDoubleCounter(DoubleCounter sdk, InstrumentGuard guard,
			BoundSeries<OfDouble> bound) implements DoubleCounter {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void add(double value) {
			this.sdk.add(value);
		}

		@Override
		public void add(double value, Attributes attributes) {
			add(value, attributes, Context.current());
		}

		@Override
		public void add(double value, Attributes attributes, Context context) {
			RecordedAttributes recorded = this.guard.admit(attributes, context);
			OfDouble series = this.bound.find(recorded, context);
			if (series != null) {
				series.record(value, context);
			}
			else {
				this.sdk.add(value, recorded.attributes(), context);
			}
		}

	}

	private record OfLongUpDownCounter(LongUpDownCounter sdk, InstrumentGuard guard,
			BoundSeries<OfLong> bound) implements LongUpDownCounter {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void add(long value) {
			this.sdk.add(value);
		}

		@Override
		public void add(long value, Attributes attributes) {
			add(value, attributes, Context.current());
		}

		@Override
		public void add(long value, Attributes attributes, Context context) {
			RecordedAttributes recorded = this.guard.admit(attributes, context);
			OfLong series = this.bound.find(recorded, context);
			if (series != null) {
				series.record(value, context);
			}
			else {
				this.sdk.add(value, recorded.attributes(), context);
			}
		}

	}

	private record OfDoubleUpDownCounter(DoubleUpDownCounter sdk, InstrumentGuard guard,
			BoundSeries<OfDouble> bound) implements DoubleUpDownCounter {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void add(double value) {
			this.sdk.add(value);
		}

		@Override
		public void add(double value, Attributes attributes) {
			add(value, attributes, Context.current());
		}

		@Override
		public void add(double value, Attributes attributes, Context context) {
			RecordedAttributes recorded = this.guard.admit(attributes, context);
			OfDouble series = this.bound.find(recorded, context);
			if (series != null) {
				series.record(value, context);
			}
			else {
				this.sdk.add(value, recorded.attributes(), context);
			}
		}

	}

	private record OfLongHistogram(LongHistogram sdk, InstrumentGuard guard,
			BoundSeries<OfLong> bound) implements LongHistogram {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void record(long value) {
			this.sdk.record(value);
		}

		@Override
		public void record(long value, Attributes attributes) {
			record(value, attributes, Context.current());
		}

		@Override
		public void record(long value, Attributes attributes, Context context) {
			RecordedAttributes recorded = this.guard.admit(attributes, context);
			OfLong series = this.bound.find(recorded, context);
			if (series != null) {
				series.record(value, context);
			}
			else {
				this.sdk.record(value, recorded.attributes(), context);
			}
		}

	}

	private record OfDoubleHistogram(DoubleHistogram sdk, InstrumentGuard guard,
			BoundSeries<OfDouble> bound) implements DoubleHistogram {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void record(double value) {
			this.sdk.record(value);
		}

		@Override
		public void record(double value, Attributes attributes) {
			record(value, attributes, Context.current());
		}

		@Override
		public void record(double value, Attributes attributes, Context context) {
			RecordedAttributes recorded = this.guard.admit(attributes, context);
			OfDouble series = this.bound.find(recorded, context);
			if (series != null) {
				series.record(value, context);
			}
			else {
				this.sdk.record(value, recorded.attributes(), context);
			}
		}

	}

}
