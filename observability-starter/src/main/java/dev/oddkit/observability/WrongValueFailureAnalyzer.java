package dev.oddkit.observability;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Explains every wrong value in the same few lines: what a room refused, what cannot be
 * bound under {@code observability.*} and what the SDK's own configuration refused. It
 * comes before Spring Boot's analyzers, whose binding analysis would hide the remedy.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class WrongValueFailureAnalyzer implements FailureAnalyzer {

	private static final Pattern CREDENTIALS = Pattern.compile("(?<=//)[^/@\\s]+@");

	private static final Pattern SECRET = Pattern.compile("headers|password|secret|token|api-?key");

	private final @Nullable Environment environment;

	WrongValueFailureAnalyzer(@Nullable Environment environment) {
		this.environment = environment;
	}

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		WrongValueException invalid = ForeignFailures.find(failure);
		return (invalid != null) ? new FailureAnalysis(describe(invalid), invalid.getRemedy(), failure) : null;
	}

	private String describe(WrongValueException invalid) {
		PropertyOrigin origin = (this.environment != null)
				? PropertyOrigin.find(this.environment, invalid.getProperty()) : null;
		String property = (origin != null) ? origin.property() : invalid.getProperty();
		StringBuilder line = new StringBuilder(property);
		if (invalid.getValue() != null && !SECRET.matcher(property).find()) {
			String value = typed(property, invalid.getValue());
			line.append('=').append(CREDENTIALS.matcher(value).replaceAll("******@"));
		}
		if (origin != null) {
			line.append(" (").append(origin.place()).append(')');
		}
		return line.append(' ').append(invalid.getProblem()).append('.').toString();
	}

	/**
	 * What the user typed, such as 0s, instead of what became of it, such as PT0S. One
	 * element of a list stays alone.
	 */
	private String typed(String property, String value) {
		ConfigurationProperty found = (this.environment != null) ? PropertyOrigin.lookUp(this.environment, property)
				: null;
		String typed = (found != null) ? String.valueOf(found.getValue()) : value;
		return (typed.contains(value) || typed.contains("${")) ? value : typed;
	}

}
