package dev.oddkit.observability.sdk;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that brings an SDK of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class ForeignSdkTests {

	@Test
	void sdkOfTheApplicationStaysAndOneLineSaysWhatHasNoEffect(CapturedOutput output) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--spring.application.name=foreign",
				"--observability.exporter.endpoint=http://127.0.0.1:4318")) {
			assertThat(context.getBeansOfType(OpenTelemetry.class)).containsOnlyKeys("mine");
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("takes the place"))).singleElement()
			.asString()
			.contains("WARN", "bean mine", "observability.exporter", "Remove the bean");
	}

	@Test
	void sdkOfTheParentContextIsTheStartersOwn(CapturedOutput output) {
		SpringApplicationBuilder child = new SpringApplicationBuilder(Part.class).web(WebApplicationType.NONE)
			.child(Part.class)
			.web(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = child.run("--spring.application.name=family")) {
			assertThat(context.getBean(OpenTelemetry.class)).isSameAs(context.getParent().getBean(OpenTelemetry.class));
		}
		assertThat(output.getOut()).doesNotContain("takes the place")
			.containsOnlyOnce("No endpoint for telemetry: nothing is pushed");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Part {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		@Bean
		OpenTelemetry mine() {
			return OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build();
		}

	}

}
