package dev.oddkit.observability.cardinality;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.oddkit.observability.cardinality.core.Limits;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.ViewBuilder;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.opentelemetry.sdk.metrics.internal.SdkMeterProviderUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the SDK collects the same whether a series is bound or not.
 */
class BoundSeriesTests {

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private static final Attributes ADA = Attributes.of(USER, "ada");

	private final CollectingReader reader = new CollectingReader(AggregationTemporality.CUMULATIVE);

	private final Guards guards = new Guards(new Limits(1_000, 1_000, 16, 256, 16, 2_000, 20_000, 1_000));

	@Test
	void everyKindOfInstrumentCountsEachMeasurementOnce() {
		Meter meter = guarded(View.builder()).getMeter("shop");
		for (int i = 0; i < 3; i++) {
			meter.counterBuilder("long.counter").build().add(2, ADA);
			meter.counterBuilder("double.counter").ofDoubles().build().add(2, ADA);
			meter.upDownCounterBuilder("long.up").build().add(2, ADA);
			meter.upDownCounterBuilder("double.up").ofDoubles().build().add(2, ADA);
			meter.histogramBuilder("long.histogram").ofLongs().build().record(2, ADA);
			meter.histogramBuilder("double.histogram").build().record(2, ADA);
		}
		Collection<MetricData> metrics = this.reader.collect();
		assertThat(metrics).hasSize(6);
		assertThat(metrics).allSatisfy((metric) -> assertThat(metric.getData().getPoints()).singleElement()
			.satisfies((point) -> assertThat(sum(point)).isEqualTo(6)));
	}

	@Test
	void instrumentsOfOneNameInTwoScopesCountApart() {
		OpenTelemetry openTelemetry = guarded(View.builder());
		LongCounter shop = openTelemetry.getMeter("shop").counterBuilder("orders").build();
		LongCounter store = openTelemetry.getMeter("store").counterBuilder("orders").build();
		for (int i = 0; i < 3; i++) {
			shop.add(1, ADA);
			store.add(10, ADA);
		}
		assertThat(this.reader.collect()
			.stream()
			.collect(Collectors.toMap((metric) -> metric.getInstrumentationScopeInfo().getName(),
					(metric) -> sum(metric.getData().getPoints().iterator().next()))))
			.isEqualTo(Map.of("shop", 3.0, "store", 30.0));
	}

	@Test
	void moreSeriesThanAreBoundAreExactAsWell() {
		LongCounter counter = guarded(View.builder()).getMeter("shop").counterBuilder("orders").build();
		int users = 2 * BoundSeries.MOST;
		for (int i = 0; i < 3; i++) {
			IntStream.range(0, users).forEach((user) -> counter.add(1, Attributes.of(USER, "user" + user)));
		}
		assertThat(points()).hasSize(users).allSatisfy((point) -> assertThat(sum(point)).isEqualTo(3));
	}

	@Test
	void aViewThatAddsBaggageAddsThatOfEachMeasurement() {
		ViewBuilder view = View.builder();
		SdkMeterProviderUtil.appendFilteredBaggageAttributes(view, (key) -> key.equals("tenant"));
		LongCounter counter = guarded(view).getMeter("shop").counterBuilder("orders").build();
		for (String tenant : new String[] { "acme", "umbrella", "acme" }) {
			counter.add(1, ADA, Context.root().with(Baggage.builder().put("tenant", tenant).build()));
		}
		counter.add(1, ADA, Context.root());
		AttributeKey<String> key = AttributeKey.stringKey("tenant");
		assertThat(points().stream().collect(Collectors.toMap(PointData::getAttributes, BoundSeriesTests::sum)))
			.isEqualTo(Map.of(Attributes.of(USER, "ada", key, "acme"), 2.0, Attributes.of(USER, "ada", key, "umbrella"),
					1.0, ADA, 1.0));
	}

	@Test
	void aViewThatDropsAKeySumsWhatIsBoundApart() {
		LongCounter counter = guarded(View.builder().setAttributeFilter(Set.of("status"))).getMeter("shop")
			.counterBuilder("orders")
			.build();
		IntStream.range(0, 30).forEach((i) -> counter.add(1, Attributes.of(USER, "user" + i % 10)));
		assertThat(points()).singleElement().satisfies((point) -> assertThat(sum(point)).isEqualTo(30));
	}

	private OpenTelemetry guarded(ViewBuilder view) {
		SdkMeterProvider provider = SdkMeterProvider.builder()
			.registerMetricReader(this.reader)
			.registerView(InstrumentSelector.builder().setName("orders").build(), view.build())
			.build();
		return GuardedApi.guard(OpenTelemetrySdk.builder().setMeterProvider(provider).build(), this.guards.instruments);
	}

	private Collection<? extends PointData> points() {
		return this.reader.collect().iterator().next().getData().getPoints();
	}

	private static double sum(PointData point) {
		if (point instanceof LongPointData number) {
			return number.getValue();
		}
		return (point instanceof DoublePointData number) ? number.getValue() : ((HistogramPointData) point).getSum();
	}

}
