package dev.oddkit.demo.gateway.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an Alertmanager sends, as far as the page shows it.
 *
 * @param alerts alerts of one group
 * @see <a href=
 * "https://prometheus.io/docs/alerting/latest/configuration/#webhook_config">
 * webhook_config</a>
 */
record AlertNotification(@NotNull @Size(max = 1000) List<@Valid @NotNull Item> alerts) {

	/**
	 * One alert.
	 *
	 * @param status {@code firing} or {@code resolved}
	 * @param labels what identifies the alert
	 * @param annotations sentences for people
	 * @param startsAt when it began
	 * @param fingerprint the same for every message about the same alert
	 */
	record Item(@NotBlank String status, @Nullable Map<String, String> labels,
			@Nullable Map<String, String> annotations, @Nullable Instant startsAt,
			@NotBlank @Size(max = 100) String fingerprint) {

		Alert alert() {
			return new Alert(value(this.labels, "alertname"), value(this.labels, "severity"),
					value(this.annotations, "summary"), value(this.annotations, "dashboard"), this.startsAt);
		}

		private static String value(@Nullable Map<String, String> map, String key) {
			String value = (map != null) ? map.getOrDefault(key, "") : "";
			return value.substring(0, Math.min(value.length(), 500));
		}

	}

}
