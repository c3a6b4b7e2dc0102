package dev.oddkit.observability.dashboards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One panel: what it asks, in which unit it answers, what the answer means and where to
 * look next.
 */
final class Panel {

	private final Visual visual;

	private final String title;

	private final String description;

	private final List<Query> queries = new ArrayList<>();

	private final List<Link> links = new ArrayList<>();

	private final List<Link> dataLinks = new ArrayList<>();

	private final Map<String, Object> options;

	private final List<Map<String, Object>> transformations = new ArrayList<>();

	private final List<Map<String, Object>> overrides = new ArrayList<>();

	private String unit = "none";

	private int width;

	private int height;

	private List<Map<String, Object>> thresholds = Thresholds.NONE;

	Panel(Visual visual, String title, String description) {
		this.visual = visual;
		this.title = title;
		this.description = description;
		this.options = new LinkedHashMap<>(visual.options());
		this.width = visual.width();
		this.height = visual.height();
	}

	static Panel graph(String title, String description) {
		return new Panel(Visual.GRAPH, title, description);
	}

	static Panel stat(String title, String description) {
		return new Panel(Visual.STAT, title, description);
	}

	static Panel table(String title, String description) {
		return new Panel(Visual.TABLE, title, description);
	}

	static Panel text(String title, String markdown) {
		Panel panel = new Panel(Visual.TEXT, title, "");
		panel.options.put("content", markdown);
		return panel;
	}

	Panel unit(String unit) {
		this.unit = unit;
		return this;
	}

	Panel size(int width, int height) {
		this.width = width;
		this.height = height;
		return this;
	}

	Panel query(Query query) {
		this.queries.add(query);
		return this;
	}

	/**
	 * Add a link of the whole panel.
	 * @param link where to look next
	 * @return this panel
	 */
	Panel link(Link link) {
		this.links.add(link);
		return this;
	}

	/**
	 * Add a link of each series or row.
	 * @param link where to look next, with the labels of the series or row
	 * @return this panel
	 */
	Panel dataLink(Link link) {
		this.dataLinks.add(link);
		return this;
	}

	Panel thresholds(List<Map<String, Object>> thresholds) {
		this.thresholds = thresholds;
		return this;
	}

	Panel transformation(String id, Map<String, Object> options) {
		this.transformations.add(Json.object("id", id, "options", options));
		return this;
	}

	/**
	 * Give a column of a table a unit of its own.
	 * @param column the name of the column
	 * @param unit the unit in Grafana's spelling
	 * @return this panel
	 */
	Panel column(String column, String unit) {
		this.overrides.add(Json.object("matcher", Json.object("id", "byName", "options", column), "properties",
				List.of(Json.object("id", "unit", "value", unit))));
		return this;
	}

	String title() {
		return this.title;
	}

	String description() {
		return this.description;
	}

	Visual visual() {
		return this.visual;
	}

	String unit() {
		return this.unit;
	}

	List<Query> queries() {
		return List.copyOf(this.queries);
	}

	boolean leadsOnward() {
		return !this.links.isEmpty() || !this.dataLinks.isEmpty();
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	Map<String, Object> json(int id, int x, int y) {
		Map<String, Object> json = Json.object("id", id, "type", this.visual.type(), "title", this.title, "description",
				this.description, "gridPos", Json.object("x", x, "y", y, "w", this.width, "h", this.height));
		if (!this.queries.isEmpty()) {
			json.put("datasource", this.queries.get(0).source().reference());
			List<Object> targets = new ArrayList<>();
			for (Query query : this.queries) {
				targets.add(query.json(String.valueOf((char) ('A' + targets.size()))));
			}
			json.put("targets", targets);
		}
		json.put("fieldConfig", Json.object("defaults", defaults(), "overrides", this.overrides));
		json.put("options", this.options);
		json.put("transformations", this.transformations);
		json.put("links", this.links.stream().map(Link::json).toList());
		return json;
	}

	private Map<String, Object> defaults() {
		return Json.object("unit", this.unit, "custom", this.visual.custom(), "thresholds",
				Json.object("mode", "absolute", "steps", this.thresholds), "links",
				this.dataLinks.stream().map(Link::json).toList());
	}

}
