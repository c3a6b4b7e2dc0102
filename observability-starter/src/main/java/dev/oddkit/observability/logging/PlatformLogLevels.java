package dev.oddkit.observability.logging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Lets {@code logging.level.io.opentelemetry.*} count in a servlet container that has
 * {@code java.util.logging} for itself: OpenTelemetry logs by it, and Spring Boot, which
 * leaves such a container alone, would not quieten it.
 */
class PlatformLogLevels {

	private static final String OPENTELEMETRY = "io.opentelemetry";

	private static final Map<String, Level> LEVELS = Map.of("off", Level.OFF, "fatal", Level.SEVERE, "error",
			Level.SEVERE, "warn", Level.WARNING, "info", Level.INFO, "debug", Level.FINE, "trace", Level.FINEST);

	/**
	 * The platform forgets the level of a logger that nobody holds.
	 */
	private final List<Logger> loggers;

	PlatformLogLevels(Environment environment) {
		Map<String, String> levels = Binder.get(environment)
			.bind("logging.level." + OPENTELEMETRY, Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		this.loggers = isBridged() ? List.of()
				: levels.entrySet()
					.stream()
					.filter((entry) -> LEVELS.containsKey(entry.getValue().toLowerCase(Locale.ROOT)))
					.map((entry) -> logger(entry.getKey(), entry.getValue()))
					.toList();
	}

	private static boolean isBridged() {
		return Stream.of(Logger.getLogger("").getHandlers())
			.map(Handler::getClass)
			.anyMatch((handler) -> handler.getName().startsWith("org.slf4j.bridge."));
	}

	private static Logger logger(String name, String level) {
		Logger logger = Logger.getLogger(OPENTELEMETRY + "." + name);
		logger.setLevel(LEVELS.get(level.toLowerCase(Locale.ROOT)));
		return logger;
	}

	@Override
	public String toString() {
		return this.loggers.stream().map(Logger::getName).toList().toString();
	}

}
