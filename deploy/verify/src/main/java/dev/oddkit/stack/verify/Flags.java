package dev.oddkit.stack.verify;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The flags of one run. Refuses unknown ones and values that are no address.
 */
final class Flags {

	private static final Set<String> VENDORS = Set.of("tempo", "jaeger", "tempo-jaeger", "datadog", "otlp");

	private final Map<Flag, String> values = new EnumMap<>(Flag.class);

	private Flags(Map<String, String> environment) {
		for (Flag flag : Flag.values()) {
			String variable = environment.getOrDefault(flag.variable(), "");
			this.values.put(flag, variable.isBlank() ? flag.otherwise : variable);
		}
	}

	static Flags parse(List<String> args, Map<String, String> environment) {
		Flags flags = new Flags(environment);
		for (Iterator<String> rest = args.iterator(); rest.hasNext();) {
			String[] parts = rest.next().split("=", 2);
			Flag flag = Arrays.stream(Flag.values())
				.filter((candidate) -> candidate.flag().equals(parts[0]))
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("Unknown flag " + parts[0] + "."));
			if (parts.length == 1 && !rest.hasNext()) {
				throw new IllegalArgumentException(parts[0] + " needs a value.");
			}
			flags.values.put(flag, (parts.length == 2) ? parts[1] : rest.next());
		}
		flags.check();
		return flags;
	}

	private void check() {
		if (!VENDORS.contains(get(Flag.VENDOR))) {
			throw new IllegalArgumentException(
					"--vendor must be one of tempo, jaeger, tempo-jaeger, datadog, otlp; it is " + get(Flag.VENDOR));
		}
		if (!get(Flag.PATIENCE).matches("[0-9]{1,4}")) {
			throw new IllegalArgumentException("--patience must be seconds; it is " + get(Flag.PATIENCE));
		}
		for (Flag flag : List.of(Flag.GATEWAY, Flag.COLLECTOR_HEALTH, Flag.COLLECTOR_METRICS, Flag.TEMPO, Flag.JAEGER,
				Flag.METRICS, Flag.LOKI)) {
			checkUrl(flag.flag(), get(flag));
		}
		scrapes().forEach((name, url) -> checkUrl(Flag.SCRAPE.flag(), url.toString()));
	}

	private static void checkUrl(String flag, String value) {
		if (!value.matches("https?://[^\\s]+")) {
			throw new IllegalArgumentException(flag + " must be an http(s) URL; it is " + value);
		}
	}

	String get(Flag flag) {
		return this.values.getOrDefault(flag, flag.otherwise);
	}

	URI url(Flag flag, String path) {
		return URI.create(get(flag).replaceAll("/$", "") + path);
	}

	boolean set(Flag flag) {
		return !get(flag).isBlank() && !get(flag).equals("none");
	}

	Duration patience() {
		return Duration.ofSeconds(Long.parseLong(get(Flag.PATIENCE)));
	}

	Map<String, URI> scrapes() {
		Map<String, URI> scrapes = new LinkedHashMap<>();
		for (String pair : get(Flag.SCRAPE).split(",")) {
			String[] parts = pair.strip().split("=", 2);
			if (parts.length == 2) {
				scrapes.put(parts[0], URI.create(parts[1]));
			}
		}
		return scrapes;
	}

	static String help() {
		return "Places an order in the shop and walks every hop behind it, or looks for a service of yours.\n"
				+ "Prints expected, seen and remedy for each hop; ends with 1 at the first one that is broken.\n\n"
				+ Arrays.stream(Flag.values())
					.map((flag) -> "  %-20s %s%s".formatted(flag.flag(), flag.meaning,
							flag.otherwise.isEmpty() ? "" : " (" + flag.otherwise + ")"))
					.collect(Collectors.joining("\n"))
				+ "\n\nEach can be a variable, too: " + Flag.TEMPO.variable() + " for " + Flag.TEMPO.flag() + ".";
	}

}
