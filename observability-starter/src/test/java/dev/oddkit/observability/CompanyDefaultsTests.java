package dev.oddkit.observability;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two jars with company defaults on one class path.
 */
@ExtendWith(OutputCaptureExtension.class)
class CompanyDefaultsTests {

	@TempDir
	private Path directory;

	@Test
	void firstFileCountsAndOneLineNamesWhereTheOtherDisagrees(CapturedOutput output) throws Exception {
		URL first = jar("first", "observability.resource.namespace=acme", "observability.exporter.timeout=3s",
				"observability.sampling.ratio=0.5");
		URL second = jar("second", "observability.resource.namespace=umbrella", "observability.exporter.timeout=3s",
				"observability.resource.environment=production");
		try (URLClassLoader jars = new URLClassLoader(new URL[] { first, second }, getClass().getClassLoader())) {
			SpringApplication application = new SpringApplication(new DefaultResourceLoader(jars), Empty.class);
			application.setWebApplicationType(WebApplicationType.NONE);
			try (ConfigurableApplicationContext context = application.run("--observability.sampling.ratio=0.1")) {
				assertThat(context.getEnvironment().getProperty("observability.resource.namespace")).isEqualTo("acme");
				assertThat(context.getEnvironment().getProperty("observability.resource.environment"))
					.isEqualTo("production");
				assertThat(context.getEnvironment().getProperty("otel.traces.sampler.arg")).isEqualTo("0.1");
			}
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).singleElement()
			.asString()
			.containsSubsequence("disagree on observability.resource.namespace: ", "/first/", "counts", "/second/")
			.doesNotContain("timeout", "umbrella");
	}

	private URL jar(String name, String... lines) throws Exception {
		Path file = this.directory.resolve(name).resolve(CompanyDefaults.RESOURCE);
		Files.createDirectories(file.getParent());
		Files.write(file, List.of(lines));
		return this.directory.resolve(name).toUri().toURL();
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

}
