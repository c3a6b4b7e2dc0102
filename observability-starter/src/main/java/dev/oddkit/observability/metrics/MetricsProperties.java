package dev.oddkit.observability.metrics;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the ways that metrics leave.
 *
 * @param to comma-separated list of ways: prometheus is scraped, otlp is pushed, none is
 * neither
 */
@ConfigurationProperties("observability.metrics")
record MetricsProperties(@DefaultValue("prometheus") Set<Way> to) {

	/**
	 * A way that metrics leave.
	 */
	enum Way {

		/**
		 * Scraped at the actuator's prometheus endpoint.
		 */
		PROMETHEUS,

		/**
		 * Pushed by OTLP.
		 */
		OTLP,

		/**
		 * Neither scraped nor pushed.
		 */
		NONE

	}

}
