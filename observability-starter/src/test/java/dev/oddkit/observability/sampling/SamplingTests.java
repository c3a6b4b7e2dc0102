package dev.oddkit.observability.sampling;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service with a ceiling of one new trace per hour, its actuator under other paths.
 */
class SamplingTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.sampling.max-traces-per-second=0.0003",
				"server.servlet.context-path=/app", "management.endpoints.web.base-path=/ops",
				"management.endpoint.health.probes.enabled=true",
				"management.endpoint.health.probes.add-additional-paths=true",
				"observability.sampling.ignored-paths=/app/inner/**,/app/*.css");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void ceilingDropsNewTracesWithAllTheirSpans() {
		shop.get("/app/leaf/1");
		shop.get("/app/outer");
		shop.get("/app/outer");
		String followed = shop.getTraced("/app/leaf/2");
		shop.trace(followed, 1);
		assertThat(shop.received().traces()).filteredOn((trace) -> trace.root().isRoot()).hasSize(1);
	}

	@Test
	void ceilingDoesNotTouchTracesOfACaller() {
		for (int i = 0; i < 3; i++) {
			assertThat(shop.trace(shop.getTraced("/app/leaf/3"), 1).spans()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/inner/7", "/app/page.css" })
	void ignoredPathsMakeNoSpan(String path) {
		String ignored = shop.getTraced(path);
		shop.trace(shop.getTraced("/app/leaf/5"), 1);
		assertThat(shop.received().spans()).noneMatch((span) -> span.traceId().equals(ignored));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/app/ops/health", "/app/ops/prometheus", "/app/livez", "/app/readyz" })
	void probesMakeNoSpanWhereverTheyAreMapped(String path) {
		assertThat(shop.get(path).statusCode()).isEqualTo(200);
		String noise = shop.getTraced(path);
		shop.trace(shop.getTraced("/app/leaf/4"), 1);
		assertThat(shop.received().spans()).noneMatch((span) -> span.traceId().equals(noise));
	}

}
