package dev.oddkit.demo.gateway.alerts;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiringAlertsTests {

	private final FiringAlerts alerts = new FiringAlerts();

	@Test
	void firingAlertIsListedOnceHoweverOftenItIsSent() {
		this.alerts.take(notification("firing", "a"));
		this.alerts.take(notification("firing", "a"));
		assertThat(this.alerts.list()).extracting(Alert::name).containsExactly("ServiceErrors");
	}

	@Test
	void resolvedAlertIsGone() {
		this.alerts.take(notification("firing", "a"));
		this.alerts.take(notification("resolved", "a"));
		assertThat(this.alerts.list()).isEmpty();
	}

	@Test
	void oldestAlertsGoWhenThereAreTooMany() {
		IntStream.range(0, FiringAlerts.MOST + 10)
			.forEach((i) -> this.alerts.take(notification("firing", Integer.toString(i))));
		assertThat(this.alerts.list()).hasSize(FiringAlerts.MOST);
	}

	private static AlertNotification notification(String status, String fingerprint) {
		return new AlertNotification(List.of(new AlertNotification.Item(status, Map.of("alertname", "ServiceErrors"),
				Map.of("summary", "orders fails"), null, fingerprint)));
	}

}
