package dev.oddkit.stack.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/**
 * Asks Grafana whether its data sources are there, whether their links lead to each
 * other, and whether they reach their backends.
 */
final class Grafana {

	private static final List<String> UIDS = List.of("metrics", "traces", "logs");

	private final Walk walk;

	Grafana(Walk walk) {
		this.walk = walk;
	}

	Finding health() {
		String expected = "Grafana answers";
		Http.Answer answer = this.walk.await(() -> this.walk.http.get(this.walk.flags.url(Flag.GRAFANA, "/api/health")),
				Http.Answer::ok);
		return answer.ok() ? Finding.works(expected, "version " + answer.json().path("version").asString("unknown"))
				: Finding.broken(expected, answer.toString(),
						"start Grafana, give its address by --grafana, or leave it out with --grafana none");
	}

	Finding links() {
		String expected = "data sources metrics, traces and logs; exemplar -> trace, trace -> logs, trace -> metrics, logs -> trace";
		Http.Answer answer = ask("/api/datasources");
		if (!answer.ok()) {
			return Finding.broken(expected, answer.toString(),
					"the password: VERIFY_GRAFANA_PASSWORD must be GF_ADMIN_PASSWORD of .env; a volume from an earlier start keeps the earlier password");
		}
		Map<String, JsonNode> sources = new HashMap<>();
		answer.json().forEach((source) -> sources.put(source.path("uid").asString(""), source.path("jsonData")));
		List<String> problems = new ArrayList<>();
		UIDS.stream()
			.filter((uid) -> !sources.containsKey(uid))
			.forEach((uid) -> problems.add("no data source " + uid));
		if (problems.isEmpty()) {
			link(problems, "exemplar -> trace (exemplarTraceIdDestinations)",
					sources.get("metrics").path("exemplarTraceIdDestinations").path(0).path("datasourceUid"), "traces");
			link(problems, "trace -> logs (tracesToLogsV2)",
					sources.get("traces").path("tracesToLogsV2").path("datasourceUid"), "logs");
			link(problems, "trace -> metrics (tracesToMetrics)",
					sources.get("traces").path("tracesToMetrics").path("datasourceUid"), "metrics");
			link(problems, "service map (serviceMap)", sources.get("traces").path("serviceMap").path("datasourceUid"),
					"metrics");
			link(problems, "logs -> trace (derivedFields)",
					sources.get("logs").path("derivedFields").path(0).path("datasourceUid"), "traces");
		}
		return problems.isEmpty() ? Finding.works(expected, "all of them in " + new TreeSet<>(sources
			.keySet())) : Finding.broken(expected, String.join("; ", problems),
					"provisioning/datasources must be mounted at /etc/grafana/provisioning/datasources; \"docker compose logs grafana\" names a file that it refuses");
	}

	private static void link(List<String> problems, String name, JsonNode uid, String expected) {
		if (!uid.asString("").equals(expected)) {
			problems.add(name + " leads to \"" + uid.asString("") + "\" instead of \"" + expected + "\"");
		}
	}

	Finding sources() {
		String expected = "each data source reaches its backend";
		List<String> problems = new ArrayList<>();
		for (String uid : UIDS) {
			Http.Answer answer = this.walk.await(() -> ask("/api/datasources/uid/" + uid + "/health"), Http.Answer::ok);
			if (!answer.ok()) {
				problems.add(uid + ": " + answer);
			}
		}
		return problems.isEmpty() ? Finding.works(expected, "metrics, traces, logs") : Finding.broken(expected,
				String.join("; ", problems),
				"the url of the data source must be the backend's name in the network, such as http://tempo:3200");
	}

	private Http.Answer ask(String path) {
		return this.walk.http.getAs(this.walk.flags.url(Flag.GRAFANA, path), this.walk.flags.get(Flag.GRAFANA_USER),
				this.walk.flags.get(Flag.GRAFANA_PASSWORD));
	}

}
