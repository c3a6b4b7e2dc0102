package dev.oddkit.observability;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SwitchedOffTests {

	@ParameterizedTest
	@ValueSource(strings = { "observability.enabled=false", "otel.sdk.disabled=true",
			"management.opentelemetry.enabled=false" })
	void eachSwitchTurnsAllOfItOff(String property) {
		try (RunningShop shop = new RunningShop(property)) {
			assertThat(shop.get("/outer").statusCode()).isEqualTo(200);
			assertThat(shop.context().getBeansOfType(RoomReport.class)).isEmpty();
			assertThat(shop.context().getBeansOfType(OpenTelemetrySdk.class)).isEmpty();
			assertThat(shop.get("/actuator/prometheus").statusCode()).isEqualTo(404);
		}
	}

}
