package dev.oddkit.observability.propagation;

import java.net.http.HttpResponse;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PropagationAutoConfigurationTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.propagation.response.header=X-Trace-Id",
				"spring.mvc.problemdetails.enabled=true");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void responseCarriesTheTraceId() {
		HttpResponse<String> response = shop.get("/outer");
		String traceId = response.headers().firstValue("X-Trace-Id").orElseThrow();
		assertThat(shop.trace(traceId, 7).spans()).hasSize(7);
	}

	@Test
	void problemDetailCarriesTheTraceId() {
		HttpResponse<String> response = shop.get("/problem");
		assertThat(response.statusCode()).isEqualTo(409);
		assertThat(response.body())
			.contains("\"traceId\":\"" + response.headers().firstValue("X-Trace-Id").orElseThrow() + "\"");
	}

	@Test
	void requestThatIsNotTracedSaysNoId() {
		assertThat(shop.get("/actuator/health").headers().firstValue("X-Trace-Id")).isEmpty();
	}

}
