package dev.oddkit.observability.naming;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the names that spans, metrics and their attributes get.
 *
 * @param conventions whose names to use
 */
@ConfigurationProperties("observability.naming")
record NamingProperties(@DefaultValue("opentelemetry") Conventions conventions) {

	/**
	 * The two families of names.
	 */
	enum Conventions {

		/**
		 * OpenTelemetry's stable semantic conventions.
		 */
		OPENTELEMETRY,

		/**
		 * The names of Micrometer and Spring Boot.
		 */
		MICROMETER

	}

}
