package dev.oddkit.observability;

import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Writes {@code docs/properties.md} from the metadata of the starter.
 */
final class PropertyReference {

	private static final String HEAD = """
			# Properties

			Every property of the starter. The page is made from the metadata that your IDE completes from, and a test keeps it
			fresh: after a change run

			    ./mvnw -pl observability-starter -am test -Dtest=PropertyReferenceTests -Dproperties.write=true -Dsurefire.failIfNoSpecifiedTests=false

			Whatever is set by a more specific name wins: `otel.*`, `OTEL_*` and `management.*` beat `observability.*`, a service
			connection beats them all. A value that cannot be meant ends the start with one line that says where it was set and
			what is allowed; a key that does not exist is named with the one that was probably meant. A duration is `500ms`, `10s`
			or `2m`; a list is separated by commas or written as a YAML list.
			""";

	private static final Map<String, String> TYPES = Map.of("java.lang.Boolean", "`true` or `false`",
			"java.lang.Integer", "whole number", "java.lang.Long", "whole number", "java.lang.Double", "number",
			"java.time.Duration", "duration", "java.lang.String", "text", "java.nio.file.Path", "file");

	private PropertyReference() {
	}

	static String of(URL metadata) throws IOException {
		Map<String, List<Map<String, Object>>> rooms = JsonPath.parse(metadata)
			.<List<Map<String, Object>>>read("$.properties")
			.stream()
			.filter((property) -> name(property).startsWith("observability."))
			.collect(Collectors.groupingBy((property) -> room(name(property)), TreeMap::new, Collectors.toList()));
		StringBuilder page = new StringBuilder(HEAD);
		rooms.forEach((room, properties) -> {
			page.append("\n## ")
				.append(room)
				.append("\n\n| property | value | default | meaning |\n|---|---|---|---|\n");
			properties.forEach((property) -> page.append(row(property)));
		});
		return page.toString();
	}

	private static String row(Map<String, Object> property) {
		return "| `%s` | %s | %s | %s |%n".formatted(name(property), type((String) property.get("type")),
				defaultValue(property.get("defaultValue")), property.get("description"));
	}

	private static String name(Map<String, Object> property) {
		return (String) property.get("name");
	}

	private static String room(String name) {
		String[] elements = name.split("\\.");
		return (elements.length > 2) ? "observability." + elements[1] : "observability";
	}

	private static String type(String type) {
		String element = type.replaceAll(".*<(?:.*,)?|>", "");
		if (type.startsWith("java.util.Map")) {
			return "map of names to " + type(element);
		}
		if (type.startsWith("java.util.")) {
			return "list of " + type(element);
		}
		Class<?> known = ClassUtils.isPresent(type, null) ? ClassUtils.resolveClassName(type, null) : Object.class;
		return known.isEnum() ? Arrays.stream(known.getEnumConstants())
			.map((constant) -> "`" + constant.toString().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
			.collect(Collectors.joining(", ")) : TYPES.getOrDefault(type, "text");
	}

	private static String defaultValue(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		String text = (value instanceof List<?> list)
				? list.stream().map(String::valueOf).collect(Collectors.joining(",")) : value.toString();
		return text.isEmpty() ? "" : "`" + text + "`";
	}

}
