package dev.oddkit.observability.dashboards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Colours by value.
 */
final class Thresholds {

	static final List<Map<String, Object>> NONE = List.of(step("green", null));

	private Thresholds() {
	}

	/**
	 * Green, then yellow, then red.
	 * @param yellow from which value on
	 * @param red from which value on
	 * @return the thresholds in Grafana's JSON
	 */
	static List<Map<String, Object>> of(double yellow, double red) {
		return new ArrayList<>(Arrays.asList(step("green", null), step("yellow", yellow), step("red", red)));
	}

	private static Map<String, Object> step(String color, @Nullable Double value) {
		Map<String, Object> step = Json.object("color", color);
		step.put("value", value);
		return step;
	}

}
