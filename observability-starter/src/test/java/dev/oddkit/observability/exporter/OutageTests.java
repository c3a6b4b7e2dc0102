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
				return output.getOut().contains(DOWN);
			});
			shop.restartReceiver();
			until(() -> {
				shop.get("/outer");
				return output.getOut().contains(BACK);
			});
			assertThat(output.getOut().lines().filter((line) -> line.contains(DOWN))).hasSize(1);
			assertThat(output.getOut().lines().filter((line) -> line.contains(BACK))).singleElement()
				.asString()
				.containsPattern("Lost meanwhile: .*\\d+ spans");
			assertThat(output.getOut()).doesNotContain("Failed to export", "Exporter failed");
		}
	}

	@Test
	void everySpanIsBookedOnce() {
		try (RunningShop shop = new RunningShop("otel.bsp.max.queue.size=40", "otel.bsp.max.export.batch.size=10",
				"observability.exporter.timeout=2s")) {
			shop.stopReceiver();
			SignalLedger ledger = shop.context().getBean(ExportStatus.class).ledger(Signal.TRACES);
			int requests = 40;
			for (int i = 0; i < requests; i++) {
				shop.get("/outer");
			}
			// Seven spans a request, the last of which may end after the answer was read
			until(() -> ledger.exported() + ledger.failed() + ledger.dropped() + ledger.queued() == 7L * requests);
			assertThat(ledger.dropped()).isPositive();
			assertThat(ledger.queued()).isLessThanOrEqualTo(40);
		}
	}

	@Test
	void applicationWithADeadBackendStopsWithinTheDeadline(CapturedOutput output) {
		RunningShop shop = new RunningShop("observability.sdk.shutdown-timeout=1s");
		shop.stopReceiver();
		shop.get("/outer");
		long start = System.nanoTime();
		shop.context().close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
		assertThat(output).contains("not delivered within the 1000 ms of observability.sdk.shutdown-timeout");
	}

	private static void until(BooleanSupplier condition) {
		await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
	}

}
