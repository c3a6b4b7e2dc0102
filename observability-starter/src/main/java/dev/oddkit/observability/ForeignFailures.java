package dev.oddkit.observability;

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
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Translates what Spring Boot's binder says of {@code observability.*}, and the SDK of
 * {@code otel.*}, to the exception of the starter.
 */
final class ForeignFailures {

	private static final Pattern SDK_KEY = Pattern.compile("\\botel(?:\\.[a-z0-9_-]+)+");

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
		return (failure instanceof ConfigurationException refused) ? ofSdk(refused) : null;
	}

	private static @Nullable WrongValueException ofBinder(BindException failure) {
		ConfigurationProperty property = failure.getProperty();
		if (property == null || !property.getName().toString().startsWith("observability.")) {
			return null;
		}
		return new WrongValueException(property.getName().toString(), property.getValue(),
				"must be " + expected(failure.getTarget().getType()), REVIEW);
	}

	private static @Nullable WrongValueException ofSdk(ConfigurationException failure) {
		String message = String.valueOf(failure.getMessage());
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
					DataSize.class, "a size such as 512KB")
			.getOrDefault(target, "a value of the type " + target.getSimpleName());
	}

}
