package dev.oddkit.demo.inventory;

import java.io.IOException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts PostgreSQL once per JVM, on a free port, and points the data source to it. Says
 * why when it cannot.
 */
class EmbeddedPostgresCondition
		implements ExecutionCondition, ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedPostgresCondition.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (Server.START.postgres() != null) {
			return ConditionEvaluationResult.enabled("PostgreSQL is running");
		}
		String reason = "PostgreSQL cannot start here: " + Server.START.failure();
		if (Boolean.getBoolean("postgres.required")) {
			throw new IllegalStateException(reason, Server.START.failure());
		}
		return ConditionEvaluationResult.disabled(reason);
	}

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		EmbeddedPostgres postgres = Server.START.postgres();
		if (postgres != null) {
			TestPropertyValues
				.of("spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
						"spring.datasource.username=postgres")
				.applyTo(context);
		}
	}

	/**
	 * Defers the start until a test asks; the library stops it when the JVM ends.
	 */
	private static final class Server {

		private static final Start START = Start.attempt();

	}

	private record Start(@Nullable EmbeddedPostgres postgres, @Nullable Exception failure) {

		private static final Duration PATIENCE = Duration.ofMinutes(1);

		static Start attempt() {
			try {
				return new Start(EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start(), null);
			}
			catch (IOException | RuntimeException ex) {
				logger.warn("PostgreSQL cannot start here, its tests do not run", ex);
				return new Start(null, ex);
			}
		}

	}

}
