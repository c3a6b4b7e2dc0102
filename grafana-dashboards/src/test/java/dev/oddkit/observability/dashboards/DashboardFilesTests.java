package dev.oddkit.observability.dashboards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class DashboardFilesTests {

	private static final Path FOLDER = Path.of("dashboards");

	static List<Dashboard> dashboards() {
		return Dashboards.all();
	}

	@ParameterizedTest
	@MethodSource("dashboards")
	void fileIsWhatTheBuilderWrites(Dashboard dashboard) throws IOException {
		assertThat(FOLDER.resolve(Dashboards.fileName(dashboard))).as("run the main method of Dashboards again")
			.hasContent(Dashboards.json(dashboard));
	}

	@Test
	void everyFileHasADashboard() throws IOException {
		try (Stream<Path> files = Files.list(FOLDER)) {
			assertThat(files.map((file) -> file.getFileName().toString()))
				.containsExactlyInAnyOrderElementsOf(Dashboards.all().stream().map(Dashboards::fileName).toList());
		}
	}

}
