package dev.oddkit.observability.dashboards;

import java.util.List;
import java.util.Map;

/**
 * The ways in which a panel can show its answer, each with one look for all dashboards.
 */
enum Visual {

	/**
	 * Lines over time.
	 */
	GRAPH("timeseries", 12, 8,
			Json.object("legend",
					Json.object("displayMode", "table", "placement", "bottom", "showLegend", true, "calcs",
							List.of("lastNotNull", "max")),
					"tooltip", Json.object("mode", "multi", "sort", "desc")),
			Json.object("drawStyle", "line", "lineWidth", 1, "fillOpacity", 8, "showPoints", "never", "spanNulls",
					false, "axisSoftMin", 0)),

	/**
	 * The newest value, large.
	 */
	STAT("stat", 4, 4,
			Json.object("reduceOptions", Json.object("calcs", List.of("lastNotNull"), "fields", "", "values", false),
					"colorMode", "value", "graphMode", "area", "textMode", "value_and_name"),
			Map.of()),

	/**
	 * Buckets of a histogram over time.
	 */
	HEATMAP("heatmap", 24, 9,
			Json.object("calculate", false, "yAxis", Json.object("unit", "s", "axisPlacement", "left"), "color",
					Json.object("mode", "scheme", "scheme", "Oranges", "steps", 64), "exemplars",
					Json.object("color", "rgba(255,0,255,0.7)"), "tooltip",
					Json.object("mode", "single", "yHistogram", true)),
			Map.of()),

	/**
	 * Rows and columns.
	 */
	TABLE("table", 24, 9, Json.object("showHeader", true, "cellHeight", "sm"), Json.object("filterable", true)),

	/**
	 * Log lines, newest first.
	 */
	LOGS("logs", 24, 12,
			Json.object("showTime", true, "wrapLogMessage", true, "sortOrder", "Descending", "enableLogDetails", true,
					"dedupStrategy", "none"),
			Map.of()),

	/**
	 * Services and the calls between them.
	 */
	NODE_GRAPH("nodeGraph", 24, 12, Map.of(), Map.of()),

	/**
	 * A text in Markdown.
	 */
	TEXT("text", 24, 6, Json.object("mode", "markdown"), Map.of());

	private final String type;

	private final int width;

	private final int height;

	private final Map<String, Object> options;

	private final Map<String, Object> custom;

	Visual(String type, int width, int height, Map<String, Object> options, Map<String, Object> custom) {
		this.type = type;
		this.width = width;
		this.height = height;
		this.options = options;
		this.custom = custom;
	}

	String type() {
		return this.type;
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	Map<String, Object> options() {
		return this.options;
	}

	Map<String, Object> custom() {
		return this.custom;
	}

}
