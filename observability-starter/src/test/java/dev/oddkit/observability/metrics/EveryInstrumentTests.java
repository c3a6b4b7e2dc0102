package dev.oddkit.observability.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.HistogramValue;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.NumberValue;
import dev.oddkit.observability.otlp.PointValue;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of instrument of the OpenTelemetry API, at both ends.
 */
class EveryInstrumentTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.metrics.to=prometheus,otlp",
				"management.endpoints.web.exposure.include=*");
		Meter meter = shop.context().getBean(OpenTelemetry.class).getMeter("every");
		record(meter);
		observe(meter);
	}

	private static void record(Meter meter) {
		meter.counterBuilder("every.counter.long").build().add(2);
		meter.counterBuilder("every.counter.double").ofDoubles().build().add(2.5);
		meter.upDownCounterBuilder("every.balance.long").build().add(-2);
		meter.upDownCounterBuilder("every.balance.double").ofDoubles().build().add(-2.5);
		meter.gaugeBuilder("every.gauge.long").ofLongs().build().set(2);
		meter.gaugeBuilder("every.gauge.double").build().set(2.5);
		meter.histogramBuilder("every.histogram.long").ofLongs().build().record(2);
		meter.histogramBuilder("every.histogram.double").build().record(2.5);
	}

	private static void observe(Meter meter) {
		meter.counterBuilder("every.observed.counter.long").buildWithCallback((counter) -> counter.record(2));
		meter.counterBuilder("every.observed.counter.double")
			.ofDoubles()
			.buildWithCallback((counter) -> counter.record(2.5));
		meter.upDownCounterBuilder("every.observed.balance.long").buildWithCallback((balance) -> balance.record(-2));
		meter.upDownCounterBuilder("every.observed.balance.double")
			.ofDoubles()
			.buildWithCallback((balance) -> balance.record(-2.5));
		meter.gaugeBuilder("every.observed.gauge.long").ofLongs().buildWithCallback((gauge) -> gauge.record(2));
		meter.gaugeBuilder("every.observed.gauge.double").buildWithCallback((gauge) -> gauge.record(2.5));
		ObservableLongMeasurement longs = meter.counterBuilder("every.batch.long").buildObserver();
		ObservableDoubleMeasurement doubles = meter.gaugeBuilder("every.batch.double").buildObserver();
		meter.batchCallback(() -> {
			longs.record(2);
			doubles.record(2.5);
		}, longs, doubles);
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@ParameterizedTest
	@CsvSource({ "every.counter.long, every_counter_long_total, 2",
			"every.counter.double, every_counter_double_total, 2.5", "every.balance.long, every_balance_long, -2",
			"every.balance.double, every_balance_double, -2.5", "every.gauge.long, every_gauge_long, 2",
			"every.gauge.double, every_gauge_double, 2.5", "every.histogram.long, every_histogram_long_sum, 2",
			"every.histogram.double, every_histogram_double_sum, 2.5",
			"every.observed.counter.long, every_observed_counter_long_total, 2",
			"every.observed.counter.double, every_observed_counter_double_total, 2.5",
			"every.observed.balance.long, every_observed_balance_long, -2",
			"every.observed.balance.double, every_observed_balance_double, -2.5",
			"every.observed.gauge.long, every_observed_gauge_long, 2",
			"every.observed.gauge.double, every_observed_gauge_double, 2.5",
			"every.batch.long, every_batch_long_total, 2", "every.batch.double, every_batch_double, 2.5" })
	void instrumentIsInThePushAndInTheScrape(String pushed, String scraped, double value) {
		List<Metric> metrics = shop.received()
			.awaitMetrics((all) -> all.stream().anyMatch((metric) -> metric.name().equals(pushed)), RunningShop.SOON);
		assertThat(
				metrics.stream().filter((metric) -> metric.name().equals(pushed)).flatMap(EveryInstrumentTests::values))
			.containsOnly(value);
		assertThat(Arrays.stream(shop.get("/actuator/prometheus").body().split("\n"))
			.filter((line) -> line.startsWith(scraped + "{"))).singleElement().asString().endsWith(" " + value);
	}

	private static Stream<Double> values(Metric metric) {
		return metric.points().stream().map((point) -> value(point.value()));
	}

	private static double value(PointValue value) {
		return (value instanceof HistogramValue histogram) ? histogram.sum() : ((NumberValue) value).value();
	}

}
