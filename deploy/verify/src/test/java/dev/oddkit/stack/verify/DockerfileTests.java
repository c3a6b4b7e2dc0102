package dev.oddkit.stack.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules for our images: few enough to write down.
 */
class DockerfileTests {

	private final List<String> lines = lines();

	@Test
	void takesItsBaseImagesFromTheOnePlace() {
		assertThat(this.lines.stream().filter((line) -> line.startsWith("FROM "))).isNotEmpty()
			.allMatch((line) -> line.matches("FROM (\\$\\{J(DK|RE)_IMAGE}|build)( AS [a-z]+)?"));
	}

	@Test
	void runsAsAUserWithANumberThatIsNotRoot() {
		assertThat(lastStage()).contains("USER 10001:10001");
		assertThat(this.lines.stream().filter("USER 10001:10001"::equals)).hasSize(2);
	}

	@Test
	void startsTheProgramItselfSoThatSignalsReachIt() {
		assertThat(lastStage().get(lastStage().size() - 1)).matches("ENTRYPOINT \\[\"java\".*]");
	}

	@Test
	void copiesWhatChangesLeastFirst() {
		assertThat(lastStage().stream().filter((line) -> line.startsWith("COPY ")).map((line) -> line.split("/")[2]))
			.containsExactly("dependencies", "spring-boot-loader", "snapshot-dependencies", "application");
	}

	@Test
	void downloadsNothingButWhatMavenDoes() {
		assertThat(this.lines).noneMatch((line) -> line.startsWith("ADD ") || line.contains("curl ")
				|| line.contains("wget ") || line.contains("apt"));
	}

	@Test
	void leavesThePomOfEachModuleInTheContext() throws IOException {
		List<String> ignored = Files.readAllLines(Path.of("..", "..", ".dockerignore"));
		Matcher modules = Pattern.compile("<module>(.*?)</module>")
			.matcher(Files.readString(Path.of("..", "..", "pom.xml")));
		while (modules.find()) {
			assertThat(ignored).doesNotContain(modules.group(1), modules.group(1) + "/");
			assertThat(
					!ignored.contains(modules.group(1) + "/*") || ignored.contains("!" + modules.group(1) + "/pom.xml"))
				.as(modules.group(1))
				.isTrue();
		}
	}

	private List<String> lastStage() {
		int start = 0;
		for (int i = 0; i < this.lines.size(); i++) {
			start = this.lines.get(i).startsWith("FROM ") ? i : start;
		}
		return this.lines.subList(start, this.lines.size());
	}

	private static List<String> lines() {
		try {
			return Files.readAllLines(Path.of("..", "compose", "Dockerfile"))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
