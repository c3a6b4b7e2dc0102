package dev.oddkit.observability.dashboards;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dashboard: rows of panels, laid out from left to right.
 */
final class Dashboard {

	static final String TAG = "observability";

	private static final int COLUMNS = 24;

	private final String uid;

	private final String title;

	private final String description;

	private final List<Variable> variables = new ArrayList<>();

	private final Map<String, List<Panel>> rows = new LinkedHashMap<>();

	Dashboard(String uid, String title, String description) {
		this.uid = uid;
		this.title = title;
		this.description = description;
	}

	Dashboard variables(Variable... variables) {
		this.variables.addAll(Arrays.asList(variables));
		return this;
	}

	Dashboard row(String title, Panel... panels) {
		this.rows.put(title, List.of(panels));
		return this;
	}

	String uid() {
		return this.uid;
	}

	String title() {
		return this.title;
	}

	List<Variable> variables() {
		return List.copyOf(this.variables);
	}

	List<Panel> panels() {
		return this.rows.values().stream().flatMap(List::stream).toList();
	}

	Map<String, Object> json() {
		return Json.object("uid", this.uid, "title", this.title, "description", this.description, "tags", List.of(TAG),
				"schemaVersion", 41, "version", 1, "editable", true, "graphTooltip", 1, "timezone", "browser",
				"refresh", "", "time", Json.object("from", "now-30m", "to", "now"), "links", List.of(otherDashboards()),
				"annotations", Json.object("list", List.of()), "templating", Json.object("list", templating()),
				"panels", layout());
	}

	private static Map<String, Object> otherDashboards() {
		return Json.object("type", "dashboards", "title", "Dashboards", "tags", List.of(TAG), "asDropdown", true,
				"includeVars", true, "keepTime", true, "targetBlank", false);
	}

	private List<Object> templating() {
		List<Object> list = new ArrayList<>();
		for (Source source : Source.values()) {
			list.add(source.variable());
		}
		this.variables.forEach((variable) -> list.add(variable.json()));
		return list;
	}

	private List<Object> layout() {
		List<Object> panels = new ArrayList<>();
		int y = 0;
		for (Map.Entry<String, List<Panel>> row : this.rows.entrySet()) {
			panels.add(Json.object("id", panels.size() + 1, "type", "row", "title", row.getKey(), "collapsed", false,
					"gridPos", Json.object("x", 0, "y", y, "w", COLUMNS, "h", 1), "panels", List.of()));
			y++;
			int x = 0;
			int tallest = 0;
			for (Panel panel : row.getValue()) {
				if (x + panel.width() > COLUMNS) {
					x = 0;
					y += tallest;
					tallest = 0;
				}
				panels.add(panel.json(panels.size() + 1, x, y));
				x += panel.width();
				tallest = Math.max(tallest, panel.height());
			}
			y += tallest;
		}
		return panels;
	}

}
