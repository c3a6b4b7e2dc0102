package dev.oddkit.observability.diagnostics;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ObservabilityEndpointTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("management.endpoints.web.exposure.include=*",
				"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always",
				"observability.exporter.headers.api-key=hunter2", "observability.sampling.ratio=1.0");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void showsSettingsWithTheirOrigin() {
		assertThat(shop.get("/actuator/observability/sampling").body())
			.contains("\"otel.traces.sampler.arg\":{", "\"value\":\"1.0\"")
			.contains("\"origin\":\"observability.sampling.ratio (command line)\"");
	}

	@Test
	void countsWhatWasExported() {
		shop.trace(shop.getTraced("/outer"), 7);
		// The backend has spans before it has answered
		await().atMost(RunningShop.SOON)
			.untilAsserted(() -> assertThat(shop.get("/actuator/observability/exporter").body()).containsPattern(
					"\"traces\":\\{\"destination\":\"http://127.0.0.1:\\d+\",\"exported\":[1-9]\\d*,\"dropped\":\\{\\}"));
	}

	@Test
	void showsNoSecretInAnyEndpoint() {
		for (String endpoint : new String[] { "observability", "env", "configprops", "beans", "conditions" }) {
			assertThat(shop.get("/actuator/" + endpoint).body()).as(endpoint).doesNotContain("hunter2");
		}
	}

}
