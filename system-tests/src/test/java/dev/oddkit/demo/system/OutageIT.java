package dev.oddkit.demo.system;

import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.oddkit.demo.launcher.DemoPart;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the services do while nobody receives their telemetry, and afterwards.
 */
class OutageIT {

	private static final String FAILS = "Telemetry does not reach";

	private static final String RECOVERS = "Telemetry is delivered again";

	@Test
	void sellsOnAndSaysOnceThatExportFailsAndOnceThatItRecovered() throws IOException {
		try (Shop shop = Shop.open(OutageIT.class)) {
			shop.trace(shop.client().order("TEA-01", 1));
			shop.loseReceiver();
			sellUntil(shop, () -> everyLogHas(shop, FAILS));
			shop.bringReceiverBack();
			sellUntil(shop, () -> everyLogHas(shop, RECOVERS));
			shop.trace(shop.client().order("TEA-01", 1));
			for (DemoPart service : Shop.SERVICES) {
				assertThat(about(shop, service)).as("the log of %s", service)
					.satisfiesExactly((line) -> assertThat(line).contains(FAILS),
							(line) -> assertThat(line).contains(RECOVERS).contains("Lost meanwhile: "));
			}
		}
	}

	private static void sellUntil(Shop shop, BooleanSupplier condition) {
		Eventually.so("every service noticed", () -> {
			assertThat(shop.client().order("TEA-01", 1).status()).isEqualTo(201);
			Eventually.pause();
			return condition.getAsBoolean();
		});
	}

	private static boolean everyLogHas(Shop shop, String text) {
		return Shop.SERVICES.stream()
			.allMatch((service) -> shop.log(service).stream().anyMatch((line) -> line.contains(text)));
	}

	private static List<String> about(Shop shop, DemoPart service) {
		return shop.log(service)
			.stream()
			.filter((line) -> line.contains("Telemetry") || line.contains("io.opentelemetry")
					|| line.contains("Exception"))
			.toList();
	}

}
