package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of {@code docs/telemetry.md} about libraries, for some of them.
 */
final class DocumentedLibraries {

	private static final Path PAGE = Path.of(System.getProperty("class-path-tests.reactor"), "docs/telemetry.md");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final int SPAN_CELLS = 6;

	private static final int METRIC_CELLS = 7;

	private static final int ALWAYS_CELLS = 8;

	private final Set<String> attributes;

	private final Map<String, Set<String>> labels = new HashMap<>();

	private final Set<String> always;

	private DocumentedLibraries(String page, Set<String> libraries) {
		this.attributes = new HashSet<>(codes(section(page, "## Spans")));
		this.always = codes(section(page, "## Metrics"));
		for (String line : section(page, "### What libraries emit").split("\n")) {
			String[] cells = line.split("\\|", -1);
			if (cells.length < SPAN_CELLS || !libraries.contains(cells[1].trim())) {
				continue;
			}
			if (cells.length == METRIC_CELLS) {
				codes(cells[2]).forEach((name) -> add(name, cells[5]));
			}
			else {
				this.attributes.addAll(codes(cells[4]));
			}
		}
		for (String line : section(page, "## Metrics").split("\n")) {
			String[] cells = line.split("\\|", -1);
			if (cells.length == ALWAYS_CELLS) {
				codes(cells[1]).stream().filter(this.labels::containsKey).forEach((name) -> add(name, cells[5]));
			}
		}
	}

	/**
	 * A metric that several libraries share has the labels of all.
	 */
	private void add(String metric, String cell) {
		Set<String> names = this.labels.computeIfAbsent(metric, (name) -> new HashSet<>());
		codes(cell).forEach((label) -> names.add(scraped(label)));
	}

	private static String scraped(String label) {
		return label.replace('.', '_');
	}

	static DocumentedLibraries of(String... libraries) {
		try {
			return new DocumentedLibraries(Files.readString(PAGE), Set.of(libraries));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Compares all that an application sent with the tables: the metrics must be the same
	 * and have no other labels, the spans must have no other attributes.
	 */
	void compare(RunningApplication application) {
		Set<String> own = application.received()
			.spans()
			.stream()
			.filter(Span::isRoot)
			.map(Span::name)
			.collect(Collectors.toSet());
		List<Metric> metrics = application.received()
			.metrics()
			.stream()
			.filter((metric) -> this.labels.containsKey(metric.name())
					|| !(this.always.contains(metric.name()) || isOf(own, metric)))
			.toList();
		assertThat(metrics).extracting(Metric::name)
			.filteredOn((name) -> !name.matches(".*\\.max|.*\\.active\\..*"))
			.isSubsetOf(this.labels.keySet())
			.containsAll(this.labels.keySet());
		for (Metric metric : metrics) {
			metric.points()
				.forEach((point) -> assertThat(point.attributes().keySet()).as(metric.name())
					.map(DocumentedLibraries::scraped)
					.isSubsetOf(
							this.labels.getOrDefault(metric.name().replaceAll("\\.(max|active\\..*)$", ""), Set.of())));
		}
		for (Span span : application.received().spans()) {
			assertThat(span.attributes().keySet()).as(span.name()).isSubsetOf(this.attributes);
		}
	}

	private static boolean isOf(Set<String> observations, Metric metric) {
		return observations.stream()
			.anyMatch((name) -> metric.name().equals(name) || metric.name().startsWith(name + "."));
	}

	private static String section(String page, String heading) {
		String from = page.substring(page.indexOf(heading + "\n") + heading.length());
		int end = from.indexOf("\n## ");
		return (end < 0) ? from : from.substring(0, end);
	}

	private static Set<String> codes(String text) {
		return CODE.matcher(text).results().map((code) -> code.group(1)).collect(Collectors.toSet());
	}

}
