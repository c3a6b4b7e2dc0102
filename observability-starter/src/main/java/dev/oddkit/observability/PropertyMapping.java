package dev.oddkit.observability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * What a room adds to the property source that maps {@code observability.*} to the keys
 * of Spring Boot and OpenTelemetry. Whoever sets one of the target keys by any other
 * means wins, wherever in the environment that stands.
 * <p>
 * Implementations are listed in {@code META-INF/spring.factories}.
 */
@FunctionalInterface
public interface PropertyMapping {

	/**
	 * Return the target keys and how to compute them.
	 * @return the rules by target key; the keys must never change
	 */
	Map<String, Rule> rules();

	/**
	 * Refuse what cannot be meant, once and before any bean exists. What is merely
	 * doubtful is worth a warning.
	 * @param environment the whole environment, mapped properties included
	 * @throws WrongValueException if a value cannot be meant
	 */
	default void check(Environment environment) {
	}

	/**
	 * Computes the value of one target key, each time that somebody asks for it.
	 */
	@FunctionalInterface
	interface Rule {

		/**
		 * Compute the value.
		 * @param lookup the properties set by others
		 * @return the value, or {@code null} to stay silent
		 */
		@Nullable Object value(Lookup lookup);

	}

	/**
	 * The environment without the mapped properties.
	 */
	interface Lookup {

		/**
		 * Return the value that somebody set.
		 * @param key a property in its canonical form
		 * @return the value, or {@code null} if nobody set it
		 */
		@Nullable String get(String key);

		/**
		 * Return the first of several properties that somebody set.
		 * @param keys properties in their canonical form, the most specific first
		 * @return the value, or {@code null} if nobody set any
		 */
		default @Nullable String first(String... keys) {
			for (String key : keys) {
				String value = get(key);
				if (value != null) {
					return value;
				}
			}
			return null;
		}

		/**
		 * Return the elements of a list, which may be written with commas or as a list of
		 * YAML.
		 * @param key a property in its canonical form
		 * @return the elements, empty if nobody set any
		 */
		default List<String> list(String key) {
			String commas = get(key);
			if (commas != null) {
				return Stream.of(commas.split(",")).map(String::trim).filter((element) -> !element.isEmpty()).toList();
			}
			List<String> elements = new ArrayList<>();
			for (String next = get(key + "[0]"); next != null; next = get(key + "[" + elements.size() + "]")) {
				elements.add(next.trim());
			}
			return elements;
		}

		/**
		 * Return whether somebody set one of the properties.
		 * @param keys properties in their canonical form
		 * @return whether a value exists
		 */
		default boolean isSet(String... keys) {
			return first(keys) != null;
		}

	}

}
