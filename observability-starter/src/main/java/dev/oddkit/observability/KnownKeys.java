package dev.oddkit.observability;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ResourceUtils;

/**
 * The keys under {@code observability.*} that configuration metadata describe. A full
 * JSON parser would cost more than the rest of the start's checks.
 *
 * @param names the keys
 * @param maps the keys whose descendants are the user's
 * @param lists the keys that may have more than one value
 * @param types the types of the values of maps and lists, which may have settings
 */
record KnownKeys(Set<String> names, Set<String> maps, Set<String> lists, Map<String, String> types) {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	private static final Pattern PROPERTY = Pattern
		.compile("\"name\":\\s*\"(observability\\.[^\"]+)\",\\s*\"type\":\\s*\""
				+ "(?:java\\.util\\.(Map|List|Set)<(?:java\\.lang\\.String,)?([^<>\"]+))?");

	/**
	 * How many letters of a key may be wrong for a suggestion.
	 */
	static final int TOLERANCE = 4;

	static KnownKeys ofStarter() {
		String self = KnownKeys.class.getName().replace('.', '/') + ".class";
		return read(() -> {
			URL here = KnownKeys.class.getClassLoader().getResource(self);
			return (here != null) ? List.of(ResourceUtils.toURL(here.toString().replace(self, METADATA))) : List.of();
		});
	}

	static KnownKeys ofAll(ClassLoader classLoader) {
		return read(() -> Collections.list(classLoader.getResources(METADATA)));
	}

	/**
	 * Where there are no metadata, as in a native image, nothing is known.
	 */
	private static KnownKeys read(Callable<List<URL>> metadata) {
		KnownKeys known = new KnownKeys(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new HashMap<>());
		try {
			for (URL url : metadata.call()) {
				known.add(url);
			}
		}
		catch (Exception ex) {
			known.names.clear();
		}
		// Metadata list groups as they list keys
		known.names.removeIf((name) -> !known.maps.contains(name) && !known.below(name).isEmpty());
		return known;
	}

	private void add(URL url) throws IOException {
		try (InputStream stream = url.openStream()) {
			Matcher property = PROPERTY.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
			while (property.find()) {
				this.names.add(property.group(1));
				if (property.group(2) != null) {
					(property.group(2).equals("Map") ? this.maps : this.lists).add(property.group(1));
					this.types.put(property.group(1), property.group(3));
				}
			}
		}
	}

	/**
	 * Return whether a key may have a value; a map has none itself.
	 * @param name a key
	 * @return whether it exists
	 */
	boolean contains(String name) {
		String plain = plain(name);
		return this.names.stream().anyMatch((known) -> {
			String same = plain(known);
			return plain.startsWith(same) && mayEnd(known, plain.substring(same.length()));
		});
	}

	private boolean mayEnd(String known, String rest) {
		if (rest.isEmpty()) {
			return !this.maps.contains(known);
		}
		return elements(known).map((keys) -> keys.contain(rest))
			.orElseGet(() -> (rest.startsWith("[") && this.types.containsKey(known))
					|| (rest.startsWith(".") && this.maps.contains(known)));
	}

	private Optional<ElementKeys> elements(String key) {
		String type = this.types.get(key);
		return (type != null) ? ElementKeys.of(key, type) : Optional.empty();
	}

	/**
	 * Return whether an environment variable stands for a key. It has neither dashes nor
	 * a clear border between elements.
	 * @param name what Spring Boot makes of the variable
	 * @return whether there is such a key
	 */
	boolean containsVariable(String name) {
		String letters = letters(name);
		return this.names.stream()
			.anyMatch((known) -> this.maps.contains(known)
					? letters.startsWith(letters(known)) && !letters(known).equals(letters)
					: letters(known).equals(letters));
	}

	/**
	 * Return what stands right below a group of keys.
	 * @param name the name of the group
	 * @return the next elements, empty if this is no group
	 */
	List<String> below(String name) {
		String group = name + ".";
		return this.names.stream()
			.filter((known) -> known.startsWith(group))
			.map((known) -> known.substring(group.length()).split("\\.")[0])
			.distinct()
			.toList();
	}

	/**
	 * Return the key that was probably meant: the end of a key says more than its group.
	 * @param name a key that does not exist
	 * @return the nearest key that does, or {@code null} if none is near
	 */
	@Nullable String nearest(String name) {
		return this.types.keySet()
			.stream()
			.flatMap((key) -> elements(key).flatMap((keys) -> keys.nearest(name)).stream())
			.findFirst()
			.orElseGet(() -> nearestName(name));
	}

	private @Nullable String nearestName(String name) {
		return this.names.stream()
			.filter((known) -> distance(known, name) <= TOLERANCE || commonEnd(known, name) > 0)
			.min(Comparator.<String>comparingInt((known) -> -commonEnd(known, name))
				.thenComparingInt((known) -> distance(known, name)))
			.orElse(null);
	}

	/**
	 * How many elements at the end are the same.
	 */
	private static int commonEnd(String one, String other) {
		String[] left = one.split("\\.");
		String[] right = other.split("\\.");
		int same = 0;
		while (same < Math.min(left.length, right.length)
				&& left[left.length - 1 - same].equals(right[right.length - 1 - same])) {
			same++;
		}
		return same;
	}

	static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
	}

	private static String letters(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+\\]|[^a-z0-9]", "");
	}

	/**
	 * How many letters must be inserted, removed or replaced to get from one key to the
	 * other.
	 */
	static int distance(String one, String other) {
		int[] previous = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] current = new int[other.length() + 1];
			current[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = previous[j - 1] + ((one.charAt(i - 1) != other.charAt(j - 1)) ? 1 : 0);
				current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[other.length()];
	}

}
