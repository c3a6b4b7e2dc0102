package dev.oddkit.observability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Translates what Spring Boot's binder says of {@code observability.*}, and the SDK of
 * {@code otel.*}, to the exception of the starter.
 */
final class ForeignFailures {

	private static final Pattern SDK_KEY = Pattern.compile("\\botel(?:\\.[a-z0-9_-]+)+");

	private static final Pattern UNKNOWN_NAME = Pattern.compile("Unrecognized value for (otel\\.[a-z.]+): ([^.\\s]+)");

	private static final Map<String, String> NAMES = Map.of("otel.traces.sampler",
			"always_on, always_off, traceidratio, one of them behind parentbased_, or what a jar brings",
			"otel.propagators", "a list of tracecontext, baggage, b3, b3multi, jaeger, ottrace, or what a jar brings",
			"otel.traces.exporter", "a list of otlp, console, none, or what a jar brings", "otel.logs.exporter",
			"a list of otlp, console, none, or what a jar brings", "otel.metrics.exporter",
			"a list of otlp, prometheus, console, none, or what a jar brings");

	private static final String REVIEW = "Correct the value, or remove it to get the default; docs/properties.md lists all.";

	private ForeignFailures() {
	}

	/**
	 * Find what ended the start.
	 * @param failure the failure with its causes
	 * @return the same in words of the starter, or {@code null} if it is not about a
	 * property that the starter knows
	 */
	static @Nullable WrongValueException find(Throwable failure) {
		WrongValueException foreign = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof WrongValueException invalid) {
				return invalid;
			}
			if (foreign == null) {
				foreign = translate(cause);
			}
		}
		return foreign;
	}

	private static @Nullable WrongValueException translate(Throwable failure) {
		if (failure instanceof BindException bind) {
			return ofBinder(bind);
		}
		if (failure instanceof InvalidConfigurationPropertyValueException invalid) {
			return ofBoot(invalid);
		}
		return (failure instanceof ConfigurationException refused) ? ofSdk(refused) : null;
	}

	private static @Nullable WrongValueException ofBinder(BindException failure) {
		String name = failure.getName().toString();
		boolean sdk = name.startsWith("otel.");
		if (!sdk && !name.startsWith("observability.")) {
			return null;
		}
		ConfigurationProperty property = failure.getProperty();
		Object value = (property != null) ? property.getValue() : null;
		ResolvableType type = failure.getTarget().getType();
		return new WrongValueException((property != null) ? property.getName().toString() : name, value, "must be "
				+ ((sdk && type.toClass() == Map.class) ? "name=value pairs, separated by commas" : expected(type)),
				REVIEW);
	}

	private static @Nullable WrongValueException ofBoot(InvalidConfigurationPropertyValueException failure) {
		return failure.getName().startsWith("observability.") ? new WrongValueException(failure.getName(),
				failure.getValue(), String.valueOf(failure.getReason()).replaceAll("^It |\\.$", ""), REVIEW) : null;
	}

	private static @Nullable WrongValueException ofSdk(ConfigurationException failure) {
		String message = String.valueOf(failure.getMessage());
		Matcher unknown = UNKNOWN_NAME.matcher(message);
		if (unknown.find()) {
			return new WrongValueException(unknown.group(1), unknown.group(2),
					"must be " + NAMES.getOrDefault(unknown.group(1), "a name that a jar on the class path brings"),
					"Correct the name, or add the jar that brings it.");
		}
		Matcher key = SDK_KEY.matcher(message);
		return key.find() ? new WrongValueException(key.group(), null,
				"is refused by the SDK: " + message.replaceAll("\\s*\\.?\\s*$", ""), REVIEW) : null;
	}

	private static String expected(ResolvableType type) {
		Class<?> target = ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class));
		if (Collection.class.isAssignableFrom(target)) {
			return "a comma-separated list, each value " + expected(type.asCollection().getGeneric());
		}
		if (Map.class.isAssignableFrom(target)) {
			return "a map of keys to values";
		}
		if (target.isEnum()) {
			return Arrays.stream(target.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", ", "one of ", ""));
		}
		return Map
			.<Class<?>, String>of(Boolean.class, "true or false", Duration.class, "a duration such as 500ms, 10s or 2m",
					Integer.class, "a whole number", Long.class, "a whole number", Double.class, "a number such as 0.5",
					DataSize.class, "a size such as 512KB", Path.class, "the path of a file")
			.getOrDefault(target, "a value of the type " + target.getSimpleName());
	}

}
