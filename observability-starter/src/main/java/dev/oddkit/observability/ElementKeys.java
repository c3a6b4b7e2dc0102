package dev.oddkit.observability;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.util.ClassUtils;

/**
 * The settings of each value of a map or list, such as those of one meter. Metadata do
 * not describe them, and Spring Boot ignores what it cannot bind there: the elements of a
 * dotted name without brackets as well.
 *
 * @param parent the key of the map or list
 * @param names the names of the settings
 */
record ElementKeys(String parent, List<String> names) {

	/**
	 * An index or name, a setting, and perhaps an index of its own.
	 */
	private static final Pattern ELEMENT = Pattern.compile("(\\[[^\\]]+\\]|\\.[^.\\[]+)\\.([^.\\[]+)(?:\\[\\d+\\])?");

	/**
	 * Return the settings of a value.
	 * @param parent the key of the map or list
	 * @param type the name of the type of its values
	 * @return the settings, nothing if such a value has none
	 */
	static Optional<ElementKeys> of(String parent, String type) {
		try {
			RecordComponent[] settings = ClassUtils.forName(type, ElementKeys.class.getClassLoader())
				.getRecordComponents();
			return Optional.ofNullable(settings)
				.map((components) -> new ElementKeys(parent,
						Arrays.stream(components).map((component) -> dashed(component.getName())).toList()));
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return Optional.empty();
		}
	}

	private static String dashed(String name) {
		return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	/**
	 * Return whether a value has a setting.
	 * @param rest what follows the key of the map or list, without dashes
	 */
	boolean contain(String rest) {
		Matcher element = ELEMENT.matcher(rest);
		return element.matches() && this.names.stream().map(KnownKeys::plain).anyMatch(element.group(2)::equals);
	}

	/**
	 * Return the setting that was probably meant.
	 * @param name a key that does not exist
	 * @return the nearest setting of that value, in brackets if its name has dots
	 */
	Optional<String> nearest(String name) {
		int last = name.lastIndexOf('.');
		boolean below = name.startsWith(this.parent + ".") || name.startsWith(this.parent + "[");
		if (!below || last <= this.parent.length()) {
			return Optional.empty();
		}
		String element = name.substring(this.parent.length(), last);
		String setting = name.substring(last + 1);
		String value = (element.lastIndexOf('.') > 0 && element.startsWith(".")) ? "[" + element.substring(1) + "]"
				: element;
		return this.names.stream()
			.filter((known) -> KnownKeys.distance(known, setting) <= KnownKeys.TOLERANCE)
			.min(Comparator.comparingInt((known) -> KnownKeys.distance(known, setting)))
			.map((known) -> this.parent + value + "." + known);
	}

}
