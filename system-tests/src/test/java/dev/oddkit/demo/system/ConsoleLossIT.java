package dev.oddkit.demo.system;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A console that is killed during traffic, and the end of the demo by Ctrl-C.
 */
@DisabledOnOs(OS.WINDOWS)
class ConsoleLossIT {

	@Test
	void sellsOnWithoutTheConsoleAndEndsWithinFiveSeconds() throws Exception {
		try (LauncherProcess launcher = LauncherProcess.start(ConsoleLossIT.class)) {
			ShopClient shop = new ShopClient(launcher.link("Shop"));
			launcher.console().destroyForcibly();
			sellUntil(shop, launcher, "The console is back");
			showsNewOrders(shop, launcher.link("Console"));
			launcher.console().destroyForcibly();
			sellUntil(shop, launcher, "is not started any more");
			assertThat(shop.order("TEA-01", 1).status()).isEqualTo(201);
			List<ProcessHandle> children = launcher.children();
			assertThat(launcher.interrupt()).isLessThan(Duration.ofSeconds(5));
			assertThat(children).hasSize(3).noneMatch(ProcessHandle::isAlive);
			saysAtMostOnceThatTelemetryIsLost(launcher);
		}
	}

	private static void sellUntil(ShopClient shop, LauncherProcess launcher, String said) {
		Eventually.so("the launcher says: " + said, () -> {
			assertThat(shop.order("TEA-01", 1).status()).isEqualTo(201);
			Eventually.pause();
			return launcher.output().contains(said);
		});
	}

	private static void showsNewOrders(ShopClient shop, URI console) {
		String traceId = shop.order("TEA-01", 1).traceId();
		Eventually.so("the console shows orders again",
				() -> shop.get(console.resolve("/api/traces/" + traceId)).status() == 200);
	}

	private static void saysAtMostOnceThatTelemetryIsLost(LauncherProcess launcher) throws IOException {
		for (String service : List.of("gateway", "orders", "inventory")) {
			// one for each time that the console was away
			assertThat(launcher.log(service)).filteredOn((line) -> line.contains("Telemetry does not reach"))
				.hasSizeLessThanOrEqualTo(2);
			assertThat(launcher.log(service)).noneMatch((line) -> line.contains("io.opentelemetry.exporter"));
		}
	}

}
