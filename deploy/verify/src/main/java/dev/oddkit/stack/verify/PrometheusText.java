package dev.oddkit.stack.verify;

import java.util.Arrays;

/**
 * Reads sums out of a scrape page.
 */
final class PrometheusText {

	private PrometheusText() {
	}

	/**
	 * Adds up the samples of a metric.
	 * @param page the page
	 * @param name the name or how it begins: suffixes differ from reader to reader
	 * @param labels what the line must contain, such as {@code signal="traces"}
	 * @return the sum, 0 without a sample
	 */
	static double sum(String page, String name, String... labels) {
		return page.lines()
			.filter((line) -> line.startsWith(name) && Arrays.stream(labels).allMatch(line::contains))
			.mapToDouble(PrometheusText::value)
			.sum();
	}

	private static double value(String line) {
		String sample = line.contains(" # ") ? line.substring(0, line.indexOf(" # ")) : line;
		String[] parts = sample.substring(sample.lastIndexOf('}') + 1).strip().split(" ");
		try {
			return Double.parseDouble(sample.contains("}") ? parts[0] : parts[1]);
		}
		catch (NumberFormatException | ArrayIndexOutOfBoundsException ex) {
			return 0;
		}
	}

}
