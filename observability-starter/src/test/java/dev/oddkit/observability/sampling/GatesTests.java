package dev.oddkit.observability.sampling;

import dev.oddkit.observability.RunningShop;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Samplers that want every span, whatever became of its parent, behind the gates.
 */
class GatesTests {

	private static final String BEAN = "spring.main.sources="
			+ "dev.oddkit.observability.sampling.GatesTests$Everything";

	@ParameterizedTest
	@ValueSource(strings = { BEAN, "otel.traces.sampler=always_on" })
	void whatAGateStopsHasNoSpanBeneathItEither(String sampler) {
		try (RunningShop shop = new RunningShop(sampler, "observability.sampling.max-traces-per-second=0.0003",
				"observability.sampling.ignored-paths=/inner/**")) {
			shop.get("/leaf/1");
			shop.get("/outer");
			String probe = shop.getTraced("/actuator/health");
			String ignored = shop.getTraced("/inner/3");
			shop.trace(shop.getTraced("/leaf/4"), 1);
			assertThat(shop.received().traces()).filteredOn((trace) -> trace.root().isRoot())
				.singleElement()
				.satisfies((trace) -> assertThat(trace.root().attributes()).containsEntry("url.path", "/leaf/1"));
			assertThat(shop.received().spans())
				.noneMatch((span) -> span.traceId().equals(probe) || span.traceId().equals(ignored));
			assertThat(shop.received().traces()).hasSize(2);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Everything {

		@Bean
		Sampler everything() {
			return Sampler.alwaysOn();
		}

	}

}
