package dev.oddkit.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the tables of {@code docs/telemetry.md}.
 *
 * @param pushed the names in a push
 * @param scraped type and labels by the name in a scrape
 * @param text the whole page
 */
record DocumentedMetrics(Set<String> pushed, Map<String, Family> scraped, String text) {

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final int CELLS = 7;

	static DocumentedMetrics read() {
		String text = page();
		Set<String> pushed = new LinkedHashSet<>();
		Map<String, Family> scraped = new HashMap<>();
		Set<String> labels = Set.of();
		for (String line : text.substring(text.indexOf("## Metrics")).split("\n")) {
			String[] cells = line.split("\\|", -1);
			if (cells.length < CELLS + 1 || !cells[2].contains("`")) {
				continue;
			}
			labels = cells[5].contains("the same") ? labels : codes(cells[5]);
			pushed.addAll(codes(cells[1]));
			for (String name : codes(cells[2])) {
				scraped.put(name, new Family(cells[3].trim(), labels));
			}
		}
		return new DocumentedMetrics(pushed, scraped, text);
	}

	/**
	 * Return the names under a heading.
	 */
	Set<String> names(String heading) {
		String section = this.text.substring(this.text.indexOf("## " + heading));
		return codes(section.substring(0, section.indexOf("\n## ", 1)));
	}

	/**
	 * Read the families of a scrape.
	 */
	static Map<String, Family> scraped(String scrape) {
		Map<String, Family> families = new HashMap<>();
		Family current = null;
		for (String line : scrape.split("\n")) {
			if (line.startsWith("# TYPE ")) {
				String[] words = line.split(" ");
				current = new Family(words[3], new LinkedHashSet<>());
				families.put(words[2], current);
			}
			else if (!line.startsWith("#") && current != null) {
				current.labels().addAll(labels(line));
			}
		}
		return families;
	}

	private static List<String> labels(String line) {
		List<String> labels = new ArrayList<>();
		Pattern.compile("[{,]([a-z_0-9]+)=\"").matcher(line).results().forEach((label) -> labels.add(label.group(1)));
		labels.removeAll(List.of("le", "otel_scope_name", "otel_scope_version"));
		return labels;
	}

	private static Set<String> codes(String cell) {
		return CODE.matcher(cell).results().map((code) -> code.group(1)).collect(Collectors.toSet());
	}

	private static String page() {
		try {
			return Files.readString(Path.of("../docs/telemetry.md"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A family of series.
	 *
	 * @param type its type
	 * @param labels its labels
	 */
	record Family(String type, Set<String> labels) {

	}

}
