package dev.oddkit.observability.naming;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Chooses OpenTelemetry's stable names for databases and code. Its instrumentations read
 * the choice once, from a system property or an environment variable, before the first
 * JDBC class is loaded: no property source can make it, and it holds for the whole JVM.
 */
class StableConventions implements EnvironmentPostProcessor, Ordered {

	private static final String OPT_IN = "otel.semconv-stability.opt-in";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean off = "true".equalsIgnoreCase(environment.getProperty("otel.sdk.disabled"));
		boolean micrometer = "micrometer"
			.equalsIgnoreCase(environment.getProperty("observability.naming.conventions", "opentelemetry"));
		if (!off && !micrometer && environment.getProperty(OPT_IN) == null) {
			System.setProperty(OPT_IN, "database,code");
		}
	}

}
