package dev.oddkit.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyReferenceTests {

	private static final Path PAGE = Path.of("..", "docs", "properties.md");

	@Test
	void pageShowsTheMetadataOfThisBuild() throws IOException {
		String page = PropertyReference.of(PropertyReferenceTests.class.getClassLoader()
			.resources("META-INF/spring-configuration-metadata.json")
			.filter((url) -> url.toString().contains("observability-starter"))
			.findFirst()
			.orElseThrow());
		if (Boolean.getBoolean("properties.write")) {
			Files.writeString(PAGE, page);
		}
		assertThat(Files.readString(PAGE)).as("docs/properties.md is written anew by its own command, see its head")
			.isEqualTo(page);
	}

}
