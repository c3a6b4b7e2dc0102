package dev.oddkit.observability.cardinality;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.PointData;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What two readers of the SDK collect of values that callbacks observe.
 */
class ObservedSumsTests {

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private final Guards guards = new Guards();

	private final CollectingReader cumulative = new CollectingReader(AggregationTemporality.CUMULATIVE);

	private final CollectingReader delta = new CollectingReader(AggregationTemporality.DELTA);

	private final Meter meter = GuardedApi
		.guard(OpenTelemetrySdk.builder()
			.setMeterProvider(SdkMeterProvider.builder()
				.registerMetricReader(this.cumulative)
				.registerMetricReader(this.delta)
				.build())
			.build(), this.guards.instruments)
		.getMeter("shop");

	@Test
	void theSumOfACounterNeverGoesDown() {
		this.meter.counterBuilder("hits").buildWithCallback((measurement) -> observe(measurement, 10));
		double before = 0;
		double sum = 0;
		for (int i = 0; i < 200; i++) {
			assertThat(other(this.cumulative)).isGreaterThanOrEqualTo(before);
			before = other(this.cumulative);
			sum += all(this.delta);
			this.guards.epochs(1);
		}
		assertThat(all(this.cumulative)).isEqualTo(10.0 * Guards.FLOOD);
		assertThat(sum).isEqualTo(10.0 * Guards.FLOOD);
	}

	@Test
	void theSumOfACounterKeepsWhatIsNotObservedAnyMore() {
		AtomicBoolean all = new AtomicBoolean(true);
		this.meter.counterBuilder("hits").buildWithCallback((measurement) -> {
			if (all.get()) {
				observe(measurement, 1);
			}
		});
		double before = other(this.cumulative);
		all.set(false);
		assertThat(other(this.cumulative)).isEqualTo(before).isPositive();
	}

	@Test
	void theSumOfWhatMayGoDownIsThatOfWhatIsObserved() {
		AtomicInteger size = new AtomicInteger(5);
		this.meter.upDownCounterBuilder("hits").buildWithCallback((measurement) -> observe(measurement, size.get()));
		assertThat(all(this.cumulative)).isEqualTo(5.0 * Guards.FLOOD);
		size.set(2);
		assertThat(all(this.cumulative)).isEqualTo(2.0 * Guards.FLOOD);
	}

	@Test
	void aCallbackThatThrowsAddsNothingToTheNextSum() {
		AtomicBoolean failing = new AtomicBoolean(true);
		ObservableLongMeasurement hits = this.meter.upDownCounterBuilder("hits").buildObserver();
		this.meter.batchCallback(() -> {
			observe(hits, 1);
			if (failing.get()) {
				throw new IllegalStateException("cannot observe");
			}
		}, hits);
		all(this.cumulative);
		failing.set(false);
		assertThat(all(this.cumulative)).isEqualTo(Guards.FLOOD);
	}

	@Test
	void severalCallbacksOfAnInstrumentAreSummedOnce() {
		ObservableLongMeasurement hits = this.meter.counterBuilder("hits").buildObserver();
		this.meter.batchCallback(() -> observe(hits, 1), hits);
		this.meter.batchCallback(() -> observe(hits, 2), hits);
		this.meter.counterBuilder("hits").buildWithCallback((measurement) -> observe(measurement, 3));
		assertThat(all(this.cumulative)).isEqualTo(6.0 * Guards.FLOOD);
		assertThat(all(this.cumulative)).isEqualTo(6.0 * Guards.FLOOD);
	}

	@Test
	void fractionsStayWhole() {
		this.meter.counterBuilder("hits")
			.ofDoubles()
			.buildWithCallback(
					(measurement) -> Guards.flood((user) -> measurement.record(1.5, Attributes.of(USER, user))));
		assertThat(all(this.cumulative)).isEqualTo(1.5 * Guards.FLOOD);
	}

	private static void observe(ObservableLongMeasurement measurement, long value) {
		Guards.flood((user) -> measurement.record(value, Attributes.of(USER, user)));
	}

	private static double other(CollectingReader reader) {
		return sum(reader, (point) -> "other".equals(point.getAttributes().get(USER)) ? value(point) : 0);
	}

	private static double all(CollectingReader reader) {
		return sum(reader, ObservedSumsTests::value);
	}

	private static double sum(CollectingReader reader, ToDoubleFunction<PointData> value) {
		return reader.collect()
			.stream()
			.flatMap((metric) -> metric.getData().getPoints().stream())
			.mapToDouble(value)
			.sum();
	}

	private static double value(PointData point) {
		return (point instanceof LongPointData number) ? number.getValue() : ((DoublePointData) point).getValue();
	}

}
