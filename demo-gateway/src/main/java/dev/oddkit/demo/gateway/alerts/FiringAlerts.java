package dev.oddkit.demo.gateway.alerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/**
 * The alerts that fire now, the newest last. Keeps {@value #MOST} and lets the oldest go.
 */
@Component
class FiringAlerts {

	static final int MOST = 50;

	private final Map<String, Alert> byFingerprint = new LinkedHashMap<>();

	synchronized void take(AlertNotification notification) {
		for (AlertNotification.Item item : notification.alerts()) {
			this.byFingerprint.remove(item.fingerprint());
			if (item.status().equals("firing")) {
				this.byFingerprint.put(item.fingerprint(), item.alert());
			}
		}
		while (this.byFingerprint.size() > MOST) {
			this.byFingerprint.remove(this.byFingerprint.keySet().iterator().next());
		}
	}

	synchronized List<Alert> list() {
		return List.copyOf(this.byFingerprint.values());
	}

}
