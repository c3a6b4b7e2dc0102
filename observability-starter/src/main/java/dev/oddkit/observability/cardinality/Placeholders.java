package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import dev.oddkit.observability.WrongValueException;
import dev.oddkit.observability.cardinality.CardinalityProperties.PlaceholderRule;
import dev.oddkit.observability.cardinality.CardinalityProperties.Shape;
import dev.oddkit.observability.cardinality.core.KeyRule;

/**
 * Turns a value into what stands for it, as the user's rules say. The first rule that
 * fits wins.
 */
final class Placeholders {

	private static final Pattern UUID = Pattern
		.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

	private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+");

	private static final Pattern HASH = Pattern.compile("(?=.*\\d)[0-9a-fA-F]{7,128}");

	private static final Pattern EMAIL = Pattern.compile("[^@\\s/]+@[^@\\s/]+\\.[^@\\s/]+");

	private Placeholders() {
	}

	static UnaryOperator<String> of(List<PlaceholderRule> rules, String prefix) {
		UnaryOperator<String> all = null;
		for (int i = rules.size() - 1; i >= 0; i--) {
			UnaryOperator<String> rule = of(rules.get(i), prefix + "[" + i + "]");
			UnaryOperator<String> rest = (all != null) ? all : UnaryOperator.identity();
			all = (value) -> {
				String replaced = rule.apply(value);
				return (replaced != value) ? replaced : rest.apply(value);
			};
		}
		return (all != null) ? all : KeyRule.NO_PLACEHOLDERS;
	}

	private static UnaryOperator<String> of(PlaceholderRule rule, String property) {
		if (rule.keys().isEmpty()) {
			throw new WrongValueException(property + ".keys", null, "names no key", "Name the keys to look at.");
		}
		if ((rule.shape() == null) == (rule.pattern() == null)) {
			throw new WrongValueException(property + ".keys", String.join(",", rule.keys()), "has "
					+ ((rule.shape() == null) ? "neither a shape nor" : "both a shape and") + " a pattern beside it",
					"Set one of shape and pattern.");
		}
		if (rule.shape() == Shape.PATH) {
			return Placeholders::template;
		}
		Pattern pattern = pattern(rule, property);
		String placeholder = rule.placeholder();
		if (placeholder == null) {
			placeholder = (rule.shape() != null) ? "{" + rule.shape().name().toLowerCase(Locale.ROOT) + "}" : "{value}";
		}
		String replacement = placeholder;
		return (value) -> pattern.matcher(value).matches() ? replacement : value;
	}

	private static Pattern pattern(PlaceholderRule rule, String property) {
		Shape shape = rule.shape();
		if (rule.pattern() != null) {
			try {
				return Pattern.compile(rule.pattern());
			}
			catch (PatternSyntaxException ex) {
				throw new WrongValueException(property + ".pattern", rule.pattern(),
						"is no regular expression: " + ex.getDescription(), "Correct the expression.");
			}
		}
		return switch (Objects.requireNonNull(shape)) {
			case UUID -> UUID;
			case NUMBER -> NUMBER;
			case HASH -> HASH;
			default -> EMAIL;
		};
	}

	/**
	 * Return the template of a raw path: without query, ids replaced.
	 */
	static String template(String path) {
		int end = path.indexOf('?');
		String[] segments = ((end >= 0) ? path.substring(0, end) : path).split("/", -1);
		boolean changed = end >= 0;
		for (int i = 0; i < segments.length; i++) {
			String segment = segments[i];
			if (NUMBER.matcher(segment).matches() || UUID.matcher(segment).matches() || HASH.matcher(segment).matches()
					|| EMAIL.matcher(segment).matches()) {
				segments[i] = "{id}";
				changed = true;
			}
		}
		return changed ? String.join("/", segments) : path;
	}

}
