package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A backend that dies and comes back, seen from the service.
 */
@ExtendWith(OutputCaptureExtension.class)
class OutageTests {

	private static final String DOWN = "Telemetry does not reach http://127.0.0.1";

	private static final String BACK = "Telemetry is delivered again";

	@Test
	void outageIsOneLineAndRecoveryIsOneLineWithWhatWasLost(CapturedOutput output) {
		try (RunningShop shop = new RunningShop("observability.metrics.to=otlp,prometheus",
				"observability.exporter.timeout=2s")) {
			shop.trace(shop.getTraced("/outer"), 7);
			shop.stopReceiver();
			until(() -> {
				assertThat(shop.get("/outer").statusCode()).isEqualTo(200);
				return output.getOut().contains(DOWN)
						&& shop.context().getBean(ExportStatus.class).ledger(Signal.TRACES).dropped() > 0;
			});
			shop.restartReceiver();
			until(() -> {
				shop.get("/outer");
				return output.getOut().contains(BACK);
			});
			assertThat(output.getOut().lines().filter((line) -> line.contains(DOWN))).hasSize(1);
			assertThat(output.getOut().lines().filter((line) -> line.contains(BACK))).singleElement()
				.asString()
				.containsPattern("Lost meanwhile: .*\\d+ span");
			assertThat(output.getOut()).doesNotContain("Failed to export", "Exporter failed");
		}
	}

	@Test
	void lossesAreInTheScrapeAndInTheEndpointWithTheirReason() {
		try (RunningShop shop = new RunningShop("observability.exporter.timeout=2s",
				"management.endpoints.web.exposure.include=prometheus,observability")) {
			ExportStatus status = shop.context().getBean(ExportStatus.class);
			SignalLedger ledger = status.ledger(Signal.TRACES);
			shop.stopReceiver();
			shop.get("/outer");
			until(() -> ledger.dropped(LossReason.UNREACHABLE) == 7 && ledger.queued() == 0 && !status.isHealthy());
			assertThat(shop.get("/actuator/prometheus").body()).contains(
					"observability_exporter_items_total{reason=\"unreachable\",result=\"dropped\",signal=\"traces\"} 7.0",
					"observability_exporter_items_total{reason=\"none\",result=\"exported\",signal=\"traces\"} 0.0",
					"observability_exporter_queued{signal=\"traces\"} 0.0");
			assertThat(shop.get("/actuator/observability/exporter").body()).contains("\"healthy\":false")
				.containsPattern(
						"\"traces\":\\{[^{]*\"exported\":0,\"dropped\":\\{\"unreachable\":7},[^}]*\"queued\":0");
			shop.restartReceiver();
		}
	}

	private static void until(BooleanSupplier condition) {
		await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
	}

}
