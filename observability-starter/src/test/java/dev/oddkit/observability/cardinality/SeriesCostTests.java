package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesCostTests {

	static Stream<Function<MeterRegistry, Meter>> meters() {
		return Stream.of(Counter.builder("counter")::register, Timer.builder("timer")::register,
				Timer.builder("bounds").serviceLevelObjectives(Duration.ofMillis(10), Duration.ofSeconds(1))::register,
				Timer.builder("percentiles").publishPercentiles(0.5, 0.99)::register,
				Timer.builder("histogram").publishPercentileHistogram()::register,
				DistributionSummary.builder("infinite").serviceLevelObjectives(1, Double.POSITIVE_INFINITY)::register);
	}

	@ParameterizedTest
	@MethodSource("meters")
	void costIsTheNumberOfSeriesInAScrape(Function<MeterRegistry, Meter> meter) {
		PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
		int cost = SeriesCost.of(meter.apply(registry), null);
		assertThat(registry.scrape().lines().filter((line) -> !line.startsWith("#"))).hasSize(cost);
	}

}
