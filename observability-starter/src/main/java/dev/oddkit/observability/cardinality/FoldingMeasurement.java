package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.cardinality.core.Series;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.metrics.ObservableMeasurement;

/**
 * Takes what a callback observes and sums what is folded. Gauges beyond the limit are
 * refused.
 */
class FoldingMeasurement implements ObservableLongMeasurement, ObservableDoubleMeasurement {

	private final ObservableMeasurement sdk;

	private final InstrumentGuard guard;

	private final boolean gauge;

	private ObservedSums sums;

	FoldingMeasurement(ObservableMeasurement sdk, InstrumentGuard guard, boolean gauge, ObservedSums sums) {
		this.sdk = sdk;
		this.guard = guard;
		this.gauge = gauge;
		this.sums = sums;
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
		Attributes labels = this.guard.labels(attributes);
		if (!this.sums.add(labels, value, this.guard.epoch())) {
			Series<RecordedAttributes> series = this.guard.search(labels);
			if (series != null && !series.isFolded()) {
				pass(value, series.id().attributes());
			}
			else if (!this.sums.add(labels, value, series)) {
				this.guard.refuse();
			}
		}
	}

	/**
	 * Return sums for one of several callbacks.
	 */
	ObservedSums newSums() {
		return this.sums.another();
	}

	/**
	 * Begin to sum for a callback.
	 */
	void begin(ObservedSums sums) {
		this.sums = sums;
	}

	/**
	 * Hand over the sums at the end of a callback.
	 */
	void flush() {
		this.sums.flush(this::pass);
	}

	private void pass(Number value, Attributes attributes) {
		if (value instanceof Long && this.sdk instanceof ObservableLongMeasurement measurement) {
			measurement.record(value.longValue(), attributes);
		}
		else if (this.sdk instanceof ObservableDoubleMeasurement measurement) {
			measurement.record(value.doubleValue(), attributes);
		}
	}

}
