package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The five lines of {@code docs/how-to/your-service.md}, applied as the page says.
 */
final class FiveLines {

	private static final Pattern BLOCK = Pattern.compile("```(?:xml|properties)\\n(.*?)```", Pattern.DOTALL);

	private FiveLines() {
	}

	static void apply(Path page, Path application) throws IOException {
		List<String> lines = new ArrayList<>();
		Matcher blocks = BLOCK.matcher(Files.readString(page));
		while (blocks.find()) {
			lines.addAll(blocks.group(1).lines().toList());
		}
		assertThat(lines).as("lines of %s", page).hasSize(5);
		Path pom = application.resolve("pom.xml");
		Files.writeString(pom, Files.readString(pom)
			.replaceFirst("<dependencies>", Matcher.quoteReplacement(lines.get(0) + "<dependencies>" + lines.get(1))));
		Path resources = Files.createDirectories(application.resolve("src/main/resources"));
		Files.write(resources.resolve("application.properties"), lines.subList(2, 5));
	}

}
