package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.oddkit.observability.RunningShop;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scrape of an application with a meter that cannot be read.
 */
@ExtendWith(OutputCaptureExtension.class)
class TolerantCollectorTests {

	@Test
	void meterThatThrowsIsNamedOnceAndTakesNoOtherOutOfTheScrape(CapturedOutput output) {
		try (RunningShop shop = new RunningShop()) {
			AtomicBoolean closed = new AtomicBoolean(true);
			MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
			FunctionCounter.builder("cache.hits", closed, TolerantCollectorTests::hits).register(registry);
			assertThat(scrape(shop)).contains("jvm_memory_used_bytes").doesNotContain("cache_hits");
			assertThat(scrape(shop)).contains("jvm_memory_used_bytes").doesNotContain("cache_hits");
			assertThat(output.getOut().lines().filter((line) -> line.contains("is left out of the scrape")))
				.singleElement()
				.asString()
				.contains("WARN", "The meter cache_hits cannot be read");
			closed.set(false);
			assertThat(scrape(shop)).contains("cache_hits_total 7.0");
		}
	}

	@Test
	void meterWhoseKeysBecomeOneLabelTakesNoOtherOutOfTheScrape() {
		try (RunningShop shop = new RunningShop()) {
			MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
			registry.counter("letters", "box.id", "1", "box_id", "2").increment();
			assertThat(scrape(shop)).contains("jvm_memory_used_bytes").doesNotContain("letters");
		}
	}

	@Test
	void gaugeBesideATimerThatHasItsNameTakesNoOtherOutOfTheScrape(CapturedOutput output) {
		try (RunningShop shop = new RunningShop()) {
			MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
			registry.timer("queue").record(Duration.ofSeconds(3));
			registry.gauge("queue.seconds.max", 7);
			assertThat(scrape(shop)).contains("jvm_memory_used_bytes", "queue_seconds_count 1")
				.containsOnlyOnce("\nqueue_seconds_max ")
				.contains("\nqueue_seconds_max 3.0");
			assertThat(output)
				.contains("Metric 'queue_seconds_max' of Micrometer (GaugeSnapshot) has the name of another");
		}
	}

	@Test
	void collectorOfTheApplicationLeavesWhenItIsTakenBack() {
		try (RunningShop shop = new RunningShop()) {
			PrometheusRegistry registry = shop.context().getBean(PrometheusRegistry.class);
			MultiCollector letters = () -> new MetricSnapshots(GaugeSnapshot.builder()
				.name("letters")
				.dataPoint(GaugeDataPointSnapshot.builder().value(7).build())
				.build());
			registry.register(letters);
			assertThat(scrape(shop)).contains("letters 7.0");
			registry.unregister(letters);
			assertThat(scrape(shop)).contains("jvm_memory_used_bytes").doesNotContain("letters");
		}
	}

	private static double hits(AtomicBoolean closed) {
		if (closed.get()) {
			throw new IllegalStateException("The cache is closed");
		}
		return 7;
	}

	private static String scrape(RunningShop shop) {
		return shop.get("/actuator/prometheus").body();
	}

}
