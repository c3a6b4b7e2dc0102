package dev.oddkit.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * A service that is started with a mistake in its configuration, and what its operator
 * reads.
 *
 * @param lines what was printed from the failure's headline on
 */
record FailedStart(List<String> lines) {

	private static final String HEADLINE = "APPLICATION FAILED TO START";

	/**
	 * Start a service and let it fail.
	 * @param output the captured console
	 * @param directory where a file of the service may be
	 * @param settings lines of application.yml, {@code VARIABLE=value} for environment
	 * variables, {@code --property=value} for the command line
	 * @return what was printed
	 */
	static FailedStart with(CapturedOutput output, Path directory, String... settings) {
		Map<String, Object> variables = new LinkedHashMap<>();
		StringBuilder yaml = new StringBuilder();
		StringBuilder arguments = new StringBuilder("--spring.config.location=" + directory + "/");
		for (String setting : settings) {
			if (setting.startsWith("--")) {
				arguments.append('\n').append(setting);
			}
			else if (setting.matches("[A-Z_]+=.*")) {
				variables.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
			}
			else {
				yaml.append(setting).append('\n');
			}
		}
		write(directory.resolve("application.yml"), yaml.toString());
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setEnvironment(environment(variables));
		int before = output.getAll().length();
		Throwable failure = catchThrowable(() -> application.run(arguments.toString().split("\n")).close());
		assertThat(failure).as("the start fails").isNotNull();
		String printed = output.getAll().substring(before);
		assertThat(printed).contains(HEADLINE);
		return new FailedStart(printed.substring(printed.lastIndexOf("ERROR", printed.indexOf(HEADLINE)))
			.replace(directory + "/", "")
			.lines()
			.toList());
	}

	private static StandardEnvironment environment(Map<String, Object> variables) {
		StandardEnvironment environment = new StandardEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
		return environment;
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the text below a heading of the failure analysis.
	 * @param heading the heading, such as Description
	 * @return the text
	 */
	String below(String heading) {
		int start = this.lines.indexOf(heading + ":") + 2;
		return this.lines.get(start);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
