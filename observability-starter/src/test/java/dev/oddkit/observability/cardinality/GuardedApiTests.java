package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.oddkit.observability.cardinality.core.Limits;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.incubator.metrics.ExtendedDoubleHistogramBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the SDK collects after a flood by the OpenTelemetry API.
 */
class GuardedApiTests {

	private static final AttributeKey<String> USER = AttributeKey.stringKey("user");

	private static final AttributeKey<Long> STATUS = AttributeKey.longKey("status");

	private final Guards guards = new Guards();

	private final CollectingReader reader = new CollectingReader(AggregationTemporality.CUMULATIVE);

	private final OpenTelemetry openTelemetry = GuardedApi.guard(OpenTelemetrySdk.builder()
		.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(this.reader).build())
		.build(), this.guards.instruments);

	private final Meter meter = this.openTelemetry.getMeter("shop");

	@Test
	void countersAreExactAndOtherKeysStayVisible() {
		LongCounter counter = this.meter.counterBuilder("orders").build();
		Guards.flood((user) -> counter.add(2, Attributes.of(USER, user, STATUS, user.endsWith("7") ? 500L : 200L)));
		assertThat(points("orders").values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2 * Guards.FLOOD);
		assertThat(points("orders").entrySet()
			.stream()
			.filter((point) -> point.getKey().get(STATUS) == 500)
			.mapToLong(Map.Entry::getValue)
			.sum()).isEqualTo(2 * Guards.FLOOD / 10);
		assertThat(points("orders")).hasSize(Guards.ADMITTED + 2);
	}

	@Test
	void eachBucketOfAHistogramIsASeries() {
		this.meter.histogramBuilder("advised")
			.setExplicitBucketBoundariesAdvice(List.of(1.0, 2.0))
			.ofLongs()
			.build()
			.record(1, Attributes.of(USER, "ada"));
		this.meter.histogramBuilder("plain").build().record(1, Attributes.of(USER, "ada"));
		assertThat(used("advised")).isEqualTo(5);
		assertThat(used("plain")).isEqualTo(18);
	}

	@Test
	void onlyTheLabelsThatAnInstrumentationAdvisesCount() {
		DoubleHistogramBuilder builder = this.meter.histogramBuilder("advised");
		((ExtendedDoubleHistogramBuilder) builder).setAttributesAdvice(List.of(STATUS));
		DoubleHistogram histogram = builder.build();
		Guards
			.flood((user) -> histogram.record(1, Attributes.of(USER, user, STATUS, user.endsWith("7") ? 500L : 200L)));
		assertThat(used("advised")).isEqualTo(2 * 18);
		assertThat(this.reader.collect()).singleElement()
			.satisfies((metric) -> assertThat(metric.getHistogramData().getPoints())
				.extracting((point) -> point.getAttributes().get(STATUS), HistogramPointData::getCount)
				.containsExactlyInAnyOrder(tuple(200L, Guards.FLOOD * 9L / 10), tuple(500L, Guards.FLOOD / 10L)));
	}

	private int used(String name) {
		return this.guards.instruments.guard().meter(name).used();
	}

	@Test
	void asynchronousCountersSumWhatIsFolded() {
		this.meter.counterBuilder("hits").buildWithCallback((measurement) -> observe(measurement));
		assertThat(points("hits")).hasSize(Guards.ADMITTED + 1)
			.containsEntry(Attributes.of(USER, "other"), (long) Guards.FLOOD - Guards.ADMITTED);
		assertThat(points("hits")).containsEntry(Attributes.of(USER, "other"), (long) Guards.FLOOD - Guards.ADMITTED);
	}

	@Test
	void batchCallbacksSumAsWell() {
		ObservableLongMeasurement hits = this.meter.counterBuilder("hits").buildObserver();
		this.meter.batchCallback(() -> observe(hits), hits);
		assertThat(points("hits")).hasSize(Guards.ADMITTED + 1)
			.containsEntry(Attributes.of(USER, "other"), (long) Guards.FLOOD - Guards.ADMITTED);
	}

	@Test
	void gaugesAreRefusedAndCounted() {
		var gauge = this.meter.gaugeBuilder("depth").ofLongs().build();
		Guards.flood((user) -> gauge.set(1, Attributes.of(USER, user)));
		assertThat(points("depth")).hasSize(Guards.ADMITTED);
		this.meter.gaugeBuilder("size").ofLongs().buildWithCallback((measurement) -> observe(measurement));
		assertThat(points("size")).hasSize(Guards.ADMITTED);
		assertThat(this.guards.instruments.refused()).isEqualTo(2 * (Guards.FLOOD - Guards.ADMITTED));
	}

	@Test
	void aTenantGetsItsSeriesAfterTheFlood() {
		LongCounter counter = this.meter.counterBuilder("orders").build();
		Guards.flood((user) -> counter.add(1, Attributes.of(USER, user)));
		this.guards.epochs(6);
		counter.add(1, Attributes.of(USER, "tenant"));
		assertThat(points("orders")).containsEntry(Attributes.of(USER, "tenant"), 1L);
		assertThat(points("orders").values().stream().mapToLong(Long::longValue).sum()).isEqualTo(Guards.FLOOD + 1);
	}

	@Test
	void theSdkKeepsWhatLostItsPlaceOnlyWhileItsStorageIsCumulative() {
		CollectingReader delta = new CollectingReader(AggregationTemporality.DELTA);
		LongCounter counter = GuardedApi.guard(OpenTelemetrySdk.builder()
			.setMeterProvider(
					SdkMeterProvider.builder().registerMetricReader(delta).registerMetricReader(this.reader).build())
			.build(), this.guards.instruments).getMeter("shop").counterBuilder("orders").build();
		Guards.flood((user) -> counter.add(1, Attributes.of(USER, user)));
		assertThat(points(delta, "orders")).hasSize(Guards.ADMITTED + 1);
		this.guards.epochs(6);
		counter.add(1, Attributes.of(USER, "tenant"));
		assertThat(points(delta, "orders")).containsOnly(Map.entry(Attributes.of(USER, "tenant"), 1L));
		assertThat(points("orders")).hasSize(Guards.ADMITTED + 2);
	}

	@Test
	void aSeriesThatMovesInEveryEpochKeepsItsPlace() {
		LongCounter counter = this.meter.counterBuilder("orders").build();
		Guards.flood((user) -> counter.add(1, Attributes.of(USER, user)));
		for (int epoch = 0; epoch < 10; epoch++) {
			counter.add(1, Attributes.of(USER, "user1"));
			counter.add(1, Attributes.of(USER, "user1"));
			this.guards.epochs(1);
		}
		assertThat(this.guards.instruments.guard().meters()).singleElement()
			.satisfies((orders) -> assertThat(orders.report()).singleElement()
				.satisfies((user) -> assertThat(user.retired()).isEqualTo(Guards.ADMITTED - 1)));
	}

	@Test
	void aFoldedValueIsOnTheSpanWhateverItsType() {
		LongCounter counter = this.meter.counterBuilder("orders").build();
		Guards.flood((user) -> counter.add(1, Attributes.of(USER, user, STATUS, 200L)));
		AttributeKey<Long> number = AttributeKey.longKey("user");
		assertThat(noted(() -> counter.add(1, Attributes.of(USER, "folded", STATUS, 200L))).getAttribute(USER))
			.isEqualTo("folded");
		assertThat(noted(() -> counter.add(1, Attributes.of(number, 17L, STATUS, 200L))).getAttribute(USER))
			.isEqualTo("17");
		assertThat(noted(() -> counter.add(1, Attributes.of(USER, "other", STATUS, 200L))).getAttributes().size())
			.isZero();
	}

	@Test
	void aValueIsOnTheSpanIfTheApplicationHasNoPlaceAtAll() {
		Guards full = new Guards(new Limits(64, 100, 16, 256, 16, 2_000, 1, 1_000));
		LongCounter counter = GuardedApi
			.guard(OpenTelemetrySdk.builder()
				.setMeterProvider(SdkMeterProvider.builder().registerMetricReader(this.reader).build())
				.build(), full.instruments)
			.getMeter("shop")
			.counterBuilder("orders")
			.build();
		counter.add(1);
		counter.add(1, Attributes.of(STATUS, 200L));
		assertThat(noted(() -> counter.add(1, Attributes.of(USER, "lost"))).getAttribute(USER)).isEqualTo("lost");
		assertThat(points("orders")).containsEntry(Attributes.empty(), 2L);
	}

	@Test
	void namesOfInstrumentsAreLimited() {
		Guards.flood((user) -> this.meter.counterBuilder("counter." + user).setDescription(user).build().add(1));
		Guards.flood((user) -> this.meter.counterBuilder("more." + user).setDescription(user).build().add(1));
		assertThat(this.reader.collect()).hasSize(1_001);
		assertThat(points("observability.other.counter")).containsEntry(Attributes.empty(), 1_000L);
	}

	@Test
	void librariesFindTheIncubatingInterfaces() {
		assertThat(this.meter.histogramBuilder("time")).isInstanceOf(ExtendedDoubleHistogramBuilder.class);
	}

	private ReadableSpan noted(Runnable work) {
		Span span = SdkTracerProvider.builder().build().get("shop").spanBuilder("work").startSpan();
		try (Scope scope = span.makeCurrent()) {
			work.run();
		}
		return (ReadableSpan) span;
	}

	private void observe(ObservableLongMeasurement measurement) {
		Guards.flood((user) -> measurement.record(1, Attributes.of(USER, user)));
	}

	private Map<Attributes, Long> points(String name) {
		return points(this.reader, name);
	}

	private static Map<Attributes, Long> points(CollectingReader reader, String name) {
		return reader.collect()
			.stream()
			.filter((metric) -> metric.getName().equals(name))
			.flatMap((metric) -> metric.getData().getPoints().stream())
			.collect(Collectors.toMap((point) -> point.getAttributes(), (point) -> ((LongPointData) point).getValue()));
	}

}
