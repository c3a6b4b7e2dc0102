package dev.oddkit.observability.console.metrics;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One drawing over time.
 *
 * @param title what it shows
 * @param unit the unit of the values, in UCUM as the sender wrote it
 * @param times seconds since the epoch
 * @param lines lines with one value for each time
 */
public record Chart(String title, String unit, List<Double> times, List<Line> lines) {

	boolean isEmpty() {
		return this.lines.stream().allMatch(Line::isEmpty);
	}

	/**
	 * One line of a chart.
	 *
	 * @param label what it stands for
	 * @param values the values, null where nothing is known
	 */
	public record Line(String label, List<@Nullable Double> values) {

		boolean isEmpty() {
			return this.values.stream().noneMatch((value) -> value != null);
		}

	}

}
