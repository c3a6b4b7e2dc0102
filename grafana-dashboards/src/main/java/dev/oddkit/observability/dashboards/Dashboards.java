package dev.oddkit.observability.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every dashboard into the folder that Grafana reads. Start it after a change:
 * <pre>./mvnw -q -pl grafana-dashboards compile exec:java</pre>
 */
final class Dashboards {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
		.withObjectIndenter(new DefaultIndenter("  ", "\n"))
		.withArrayIndenter(new DefaultIndenter("  ", "\n"));

	private Dashboards() {
	}

	static List<Dashboard> all() {
		return List.of(HomeDashboard.create(), ServicesDashboard.create(), ServiceDashboard.create(),
				SignalsDashboard.create(), CardinalityDashboard.create(), PipelineDashboard.create());
	}

	static String json(Dashboard dashboard) {
		return MAPPER.writer().with(PRETTY).writeValueAsString(dashboard.json()) + "\n";
	}

	static String fileName(Dashboard dashboard) {
		return dashboard.uid() + ".json";
	}

	public static void main(String[] args) throws IOException {
		Path folder = Path.of((args.length > 0) ? args[0] : "dashboards");
		Files.createDirectories(folder);
		for (Dashboard dashboard : all()) {
			Path file = folder.resolve(fileName(dashboard));
			Files.writeString(file, json(dashboard));
			System.out.println("wrote " + file);
		}
	}

}
