package dev.oddkit.observability.diagnostics;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExposureTests {

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop();
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@ParameterizedTest
	@CsvSource({ "health, 200", "info, 200", "prometheus, 200", "observability, 404", "env, 404", "metrics, 404" })
	void onlyHealthInfoAndPrometheusAreExposed(String endpoint, int status) {
		assertThat(shop.get("/actuator/" + endpoint).statusCode()).isEqualTo(status);
	}

}
