package dev.oddkit.observability.metrics;

import java.util.List;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.MetricType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExponentialHistogramsTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.metrics.to=prometheus,otlp",
				"observability.metrics.histograms=exponential");
		shop.getTraced("/outer");
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
	void scrapeStaysReadableInEveryFormat() {
		assertThat(shop.get("/actuator/prometheus").body()).contains("shop_otel_value_milliseconds_count",
				"http_server_request_duration_seconds_bucket");
		String protobuf = "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";
		assertThat(shop.get("/actuator/prometheus", "Accept", protobuf))
			.satisfies((answer) -> assertThat(answer.statusCode()).isEqualTo(200))
			.satisfies((answer) -> assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
				.contains("protobuf"))
			.satisfies((answer) -> assertThat(answer.body()).contains("shop_otel_value_milliseconds"));
	}

}
