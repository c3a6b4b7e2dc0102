package dev.oddkit.observability.metrics;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.MetricType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.prometheus.metrics.expositionformats.generated.Metrics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What leaves a running application whose histograms are exponential.
 */
class ExponentialHistogramsTests {

	private static final String PROTOBUF = "application/vnd.google.protobuf;"
			+ "proto=io.prometheus.client.MetricFamily;encoding=delimited";

	private static final String REQUESTS = "http_server_request_duration_seconds";

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.metrics.to=prometheus,otlp",
				"observability.metrics.histograms=exponential", "observability.metrics.buckets.work=10ms,1s",
				"observability.metrics.buckets.removed=1s");
		shop.getTraced("/outer");
		IntStream.range(0, 20).forEach((i) -> shop.getTraced("/leaf/" + i));
		// A caller has the answer before the request is measured
		await().atMost(RunningShop.SOON)
			.until(() -> shop.get("/actuator/prometheus")
				.body()
				.lines()
				.anyMatch((line) -> line.startsWith(REQUESTS + "_count{") && line.contains("/leaf/{id}")
						&& line.endsWith(" 20")));
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void histogramsOfBothApisArePushedExponential() {
		List<String> names = List.of("http.server.request.duration", "db.client.operation.duration", "shop.otel.value");
		List<Metric> metrics = shop.received()
			.awaitMetrics((all) -> all.stream().map(Metric::name).toList().containsAll(names), RunningShop.SOON);
		assertThat(metrics).filteredOn((metric) -> names.contains(metric.name()))
			.allMatch((metric) -> metric.type() == MetricType.EXPONENTIAL_HISTOGRAM);
	}

	@Test
	void histogramsOfBothApisAreNativeInAScrape() {
		assertThat(List.of(REQUESTS, "http_client_request_duration_seconds", "db_client_operation_duration_seconds",
				"shop_otel_value_milliseconds"))
			.allSatisfy((name) -> assertThat(points(name)).isNotEmpty()
				.allSatisfy((point) -> assertThat(nativeCount(point)).isPositive()
					.isEqualTo(point.getHistogram().getSampleCount())));
	}

	@Test
	void eachRequestIsInANativeBucketAndInAFixedOne() {
		Metrics.Metric point = points(REQUESTS, "/leaf/{id}").get(0);
		assertThat(nativeCount(point)).isEqualTo(20);
		assertThat(point.getHistogram().getSampleSum()).isPositive();
		assertThat(point.getHistogram().getBucketList()).hasSize(15)
			.last()
			.satisfies((bucket) -> assertThat(bucket.getCumulativeCount()).isEqualTo(20));
	}

	@Test
	void eachScraperSeesTheSameExemplarsOfANativeHistogram() {
		List<String> first = exemplars();
		assertThat(first).isNotEmpty().allMatch((exemplar) -> exemplar.matches("(?s).*trace_id.*[0-9a-f]{32}.*"));
		assertThat(exemplars()).isEqualTo(first);
	}

	@Test
	void textHasTheFixedBucketsAndTheMaximumAsWithoutTheSwitch() {
		assertThat(shop.get("/actuator/prometheus").body().lines())
			.filteredOn((line) -> line.startsWith(REQUESTS) && line.contains("/leaf/{id}"))
			.hasSize(18)
			.anyMatch((line) -> line.startsWith(REQUESTS + "_count{") && line.endsWith(" 20"))
			.anyMatch((line) -> line.startsWith(REQUESTS + "_sum{"))
			.anyMatch((line) -> line.startsWith(REQUESTS + "_max{"));
		assertThat(shop.get("/actuator/prometheus").body()).contains("shop_otel_value_milliseconds_count");
	}

	@Test
	void whatIsFoldedIsExact() {
		MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
		IntStream.range(0, 200)
			.forEach((i) -> registry.timer("work", "tenant", "t" + i).record(Duration.ofMillis(1 + i)));
		assertThat(points("work_seconds")).hasSize(65);
		assertThat(points("work_seconds").stream().mapToLong(ExponentialHistogramsTests::nativeCount).sum())
			.isEqualTo(200);
		assertThat(nativeCount(points("work_seconds", "other").get(0))).isEqualTo(136);
	}

	@Test
	void aMeterThatIsRemovedLeavesTheScrapeAndBeginsAnew() {
		MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
		Timer timer = registry.timer("removed");
		timer.record(Duration.ofMillis(3));
		timer.record(Duration.ofMillis(3));
		registry.remove(timer);
		assertThat(points("removed_seconds")).isEmpty();
		registry.timer("removed").record(Duration.ofMillis(3));
		assertThat(points("removed_seconds")).singleElement()
			.satisfies((point) -> assertThat(nativeCount(point)).isOne());
	}

	private static List<String> exemplars() {
		return points(REQUESTS, "/leaf/{id}").stream()
			.flatMap((point) -> point.getHistogram().getBucketList().stream())
			.filter(Metrics.Bucket::hasExemplar)
			.map((bucket) -> bucket.getExemplar().toString())
			.toList();
	}

	private static long nativeCount(Metrics.Metric point) {
		long count = point.getHistogram().getZeroCount();
		long bucket = 0;
		for (long delta : point.getHistogram().getPositiveDeltaList()) {
			bucket += delta;
			count += bucket;
		}
		return count;
	}

	private static List<Metrics.Metric> points(String name, String label) {
		return points(name).stream()
			.filter((point) -> point.getLabelList().stream().anyMatch((pair) -> pair.getValue().equals(label)))
			.toList();
	}

	private static List<Metrics.Metric> points(String name) {
		return scrape().stream()
			.filter((family) -> family.getName().equals(name))
			.flatMap((family) -> family.getMetricList().stream())
			.toList();
	}

	private static List<Metrics.MetricFamily> scrape() {
		byte[] body = shop.get("/actuator/prometheus", BodyHandlers.ofByteArray(), "Accept", PROTOBUF).body();
		List<Metrics.MetricFamily> families = new ArrayList<>();
		try (ByteArrayInputStream in = new ByteArrayInputStream(body)) {
			for (Metrics.MetricFamily family; (family = Metrics.MetricFamily.parseDelimitedFrom(in)) != null;) {
				families.add(family);
			}
			return families;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
