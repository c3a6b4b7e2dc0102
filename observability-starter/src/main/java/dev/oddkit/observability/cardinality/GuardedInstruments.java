package dev.oddkit.observability.cardinality;

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
			return new OfLongCounter(it, guard);
		}
		if (instrument instanceof DoubleCounter it) {
			return new OfDoubleCounter(it, guard);
		}
		if (instrument instanceof LongHistogram it) {
			return new OfLongHistogram(it, guard);
		}
		if (instrument instanceof DoubleHistogram it) {
			return new OfDoubleHistogram(it, guard);
		}
		if (instrument instanceof LongUpDownCounter it) {
			return new OfLongUpDownCounter(it, guard);
		}
		if (instrument instanceof DoubleUpDownCounter it) {
			return new OfDoubleUpDownCounter(it, guard);
		}
		return GuardedGauges.guard(instrument, guard);
	}

	private record OfLongCounter(LongCounter sdk, InstrumentGuard guard) implements LongCounter {

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
			this.sdk.add(value, this.guard.admit(attributes, context), context);
		}

	}

	private record OfDoubleCounter(DoubleCounter sdk, InstrumentGuard guard) implements DoubleCounter {

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
			this.sdk.add(value, this.guard.admit(attributes, context), context);
		}

	}

	private record OfLongUpDownCounter(LongUpDownCounter sdk, InstrumentGuard guard) implements LongUpDownCounter {

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
			this.sdk.add(value, this.guard.admit(attributes, context), context);
		}

	}

	private record OfDoubleUpDownCounter(DoubleUpDownCounter sdk,
			InstrumentGuard guard) implements DoubleUpDownCounter {

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
			this.sdk.add(value, this.guard.admit(attributes, context), context);
		}

	}

	private record OfLongHistogram(LongHistogram sdk, InstrumentGuard guard) implements LongHistogram {

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
			this.sdk.record(value, this.guard.admit(attributes, context), context);
		}

	}

	private record OfDoubleHistogram(DoubleHistogram sdk, InstrumentGuard guard) implements DoubleHistogram {

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
			this.sdk.record(value, this.guard.admit(attributes, context), context);
		}

	}

}
