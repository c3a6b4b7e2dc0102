package dev.oddkit.observability.exporter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Straight to a vendor, with nothing but properties, and no key where it can be read.
 */
class VendorTests {

	@Test
	void oneEndpointWithAPathAndBasicAuthentication() {
		String credentials = Base64.getEncoder().encodeToString("12345:glc_token==".getBytes(StandardCharsets.UTF_8));
		try (HttpCollector vendor = new HttpCollector()) {
			try (StartedService service = StartedService.with(
					"observability.exporter.endpoint: http://127.0.0.1:" + vendor.port() + "/otlp",
					"observability.exporter.headers.Authorization: Basic " + credentials,
					"observability.metrics.to: otlp")) {
				service.work("work");
				LoggerFactory.getLogger("shop").info("line");
			}
			assertThat(vendor.arrivals()).extracting(Collector.Arrival::path)
				.contains("/otlp/v1/traces", "/otlp/v1/metrics", "/otlp/v1/logs");
			assertThat(vendor.arrivals()).allSatisfy(
					(arrival) -> assertThat(arrival.headers()).containsEntry("authorization", "Basic " + credentials));
		}
	}

	@Test
	void anEndpointAndAKeyForEachSignalWhichNoEndpointOfTheActuatorShows() {
		try (HttpCollector vendor = new HttpCollector()) {
			String url = "http://127.0.0.1:" + vendor.port();
			try (RunningShop shop = new RunningShop(
					"observability.exporter.traces.endpoint=" + url + "/api/v0.2/traces",
					"observability.exporter.logs.endpoint=" + url + "/v1/logs",
					"observability.exporter.headers.dd-api-key=key-of-all",
					"observability.exporter.traces.headers.dd-api-key=key-of-traces",
					"management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=always",
					"management.endpoint.configprops.show-values=always")) {
				shop.get("/outer");
				assertThat(vendor.await((arrival) -> arrival.path().equals("/api/v0.2/traces")).headers())
					.containsEntry("dd-api-key", "key-of-traces");
				assertThat(vendor.await((arrival) -> arrival.path().equals("/v1/logs")).headers())
					.containsEntry("dd-api-key", "key-of-all");
				for (String endpoint : new String[] { "env", "configprops", "observability" }) {
					assertThat(shop.get("/actuator/" + endpoint).body()).contains("observability")
						.doesNotContain("key-of-all", "key-of-traces");
				}
			}
		}
	}

}
