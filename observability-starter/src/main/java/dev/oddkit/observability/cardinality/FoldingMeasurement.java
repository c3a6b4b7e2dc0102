package dev.oddkit.observability.cardinality;

import java.util.HashMap;
import java.util.Map;

import dev.oddkit.observability.cardinality.core.Series;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;

/**
 * Takes what one callback observes and sums what is folded; the SDK would keep the first
 * value of each set of attributes only. Gauges beyond the limit are refused.
 */
class FoldingMeasurement implements ObservableLongMeasurement, ObservableDoubleMeasurement {

	private final ObservableMeasurement sdk;

	private final InstrumentGuard guard;

	private final boolean gauge;

	private final Map<Attributes, Number> sums = new HashMap<>();

	FoldingMeasurement(ObservableMeasurement sdk, InstrumentGuard guard, boolean gauge) {
		this.sdk = sdk;
		this.guard = guard;
		this.gauge = gauge;
	}

	ObservableMeasurement sdk() {
		return this.sdk;
	}

	@Override
	public void record(long value) {
		record(value, Attributes.empty());
	}

	@Override
	public void record(double value) {
		record(value, Attributes.empty());
	}

	@Override
	public void record(long value, Attributes attributes) {
		observe(value, attributes);
	}

	@Override
	public void record(double value, Attributes attributes) {
		observe(value, attributes);
	}

	private void observe(Number value, Attributes attributes) {
		if (this.gauge) {
			Attributes admitted = this.guard.admitGauge(attributes);
			if (admitted != null) {
				pass(value, admitted);
			}
			return;
		}
		Series<RecordedAttributes> series = this.guard.search(attributes);
		Attributes admitted = (series != null) ? series.id().attributes() : Attributes.empty();
		if (series != null && !series.isFolded()) {
			pass(value, admitted);
			return;
		}
		synchronized (this.sums) {
			this.sums.merge(admitted, value, FoldingMeasurement::sum);
		}
	}

	/**
	 * Hand over the sums at the end of a callback.
	 */
	void flush() {
		synchronized (this.sums) {
			this.sums.forEach((attributes, sum) -> pass(sum, attributes));
			this.sums.clear();
		}
	}

	private static Number sum(Number one, Number other) {
		if (one instanceof Long && other instanceof Long) {
			return one.longValue() + other.longValue();
		}
		return one.doubleValue() + other.doubleValue();
	}

	private void pass(Number value, Attributes attributes) {
		if (this.sdk instanceof ObservableLongMeasurement measurement) {
			measurement.record(value.longValue(), attributes);
		}
		else if (this.sdk instanceof ObservableDoubleMeasurement measurement) {
			measurement.record(value.doubleValue(), attributes);
		}
	}

}
