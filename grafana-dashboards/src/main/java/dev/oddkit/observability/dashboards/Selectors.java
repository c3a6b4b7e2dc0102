package dev.oddkit.observability.dashboards;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the metrics and labels that a query in PromQL uses. A metric is recognised by the
 * brace behind it, which is why every selector of ours has one, if an empty one.
 */
record Selectors(Set<String> metrics, Set<String> labels) {

	private static final Pattern METRIC = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\{([^}]*)}");

	private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)\\s*(?:=~|!~|!=|=)\\s*\"");

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|on|without|ignoring)\\s*\\(([^)]*)\\)");

	private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*}}");

	static Selectors of(Query query) {
		Set<String> metrics = new TreeSet<>();
		Set<String> labels = new TreeSet<>();
		Matcher metric = METRIC.matcher(query.expression());
		while (metric.find()) {
			metrics.add(metric.group(1));
			addAll(MATCHER.matcher(metric.group(2)), labels);
		}
		Matcher grouping = GROUPING.matcher(query.expression());
		while (grouping.find()) {
			for (String label : grouping.group(1).split(",")) {
				labels.add(label.strip());
			}
		}
		addAll(TEMPLATE.matcher(String.valueOf(query.settings().get("legendFormat"))), labels);
		labels.remove("");
		return new Selectors(metrics, labels);
	}

	private static void addAll(Matcher matcher, Set<String> labels) {
		while (matcher.find()) {
			labels.add(matcher.group(1));
		}
	}

}
