package dev.oddkit.observability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every application.yml that a page of docs/how-to shows passes the checks of the start
 * and binds, and nothing in it is unknown or without effect.
 */
@ExtendWith(OutputCaptureExtension.class)
class HowToTests {

	private static final Path PAGES = Path.of("..", "docs", "how-to");

	private static final Pattern YAML = Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL);

	private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

	private static final List<Class<?>> RECORDS = new ClassFileImporter().importPackages("dev.oddkit.observability")
		.stream()
		.filter((type) -> type.isAnnotatedWith(ConfigurationProperties.class))
		.<Class<?>>map(JavaClass::reflect)
		.toList();

	@TempDir
	private Path directory;

	static Stream<Arguments> examples() throws IOException {
		List<Arguments> examples = new ArrayList<>();
		for (Path page : pages()) {
			Matcher yaml = YAML.matcher(Files.readString(page));
			for (int i = 1; yaml.find(); i++) {
				examples.add(Arguments.of(page.getFileName() + " " + i, yaml.group(1)));
			}
		}
		return examples.stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("examples")
	void exampleIsUnderstood(String name, String yaml, CapturedOutput output) throws IOException {
		Files.writeString(this.directory.resolve("headers"), "Authorization: Bearer secret\n");
		Files.writeString(this.directory.resolve("application.yml"),
				yaml.replace("/etc/secrets/otlp-headers", this.directory.resolve("headers").toString()));
		SpringApplication application = new SpringApplication(Empty.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (var context = application.run("--spring.config.location=" + this.directory + "/")) {
			Binder binder = Binder.get(context.getEnvironment());
			RECORDS.forEach((record) -> binder.bindOrCreate(record.getAnnotation(ConfigurationProperties.class).value(),
					record));
		}
		assertThat(output.getOut()).doesNotContain("is no property of the starter", "has no effect");
	}

	@Test
	void everyLinkLeadsToAFile() throws IOException {
		for (Path page : pages()) {
			Matcher link = LINK.matcher(Files.readString(page));
			while (link.find()) {
				assertThat(page.resolveSibling(link.group(1)).normalize()).as("link of " + page).exists();
			}
		}
	}

	private static List<Path> pages() throws IOException {
		try (Stream<Path> files = Files.list(PAGES)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
