package dev.oddkit.observability.cardinality;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleGauge;
import io.opentelemetry.api.metrics.LongGauge;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * The synchronous gauges of the OpenTelemetry API. A value that has no place is refused:
 * a sum of gauges means nothing.
 */
final class GuardedGauges {

	private GuardedGauges() {
	}

	static @Nullable Object guard(Object instrument, InstrumentGuard guard) {
		if (instrument instanceof LongGauge it) {
			return new OfLongGauge(it, guard);
		}
		return (instrument instanceof DoubleGauge it) ? new OfDoubleGauge(it, guard) : null;
	}

	private record OfLongGauge(LongGauge sdk, InstrumentGuard guard) implements LongGauge {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void set(long value) {
			this.sdk.set(value);
		}

		@Override
		public void set(long value, Attributes attributes) {
			set(value, attributes, Context.current());
		}

		@Override
		public void set(long value, Attributes attributes, Context context) {
			Attributes admitted = this.guard.admitGauge(attributes);
			if (admitted != null) {
				this.sdk.set(value, admitted, context);
			}
		}

	}

	private record OfDoubleGauge(DoubleGauge sdk, InstrumentGuard guard) implements DoubleGauge {

		@Override
		public boolean isEnabled() {
			return this.sdk.isEnabled();
		}

		@Override
		public void set(double value) {
			this.sdk.set(value);
		}

		@Override
		public void set(double value, Attributes attributes) {
			set(value, attributes, Context.current());
		}

		@Override
		public void set(double value, Attributes attributes, Context context) {
			Attributes admitted = this.guard.admitGauge(attributes);
			if (admitted != null) {
				this.sdk.set(value, admitted, context);
			}
		}

	}

}
