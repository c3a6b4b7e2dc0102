package dev.oddkit.observability.resource;

import java.util.Map;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ResourceAutoConfigurationTests {

	private static RunningShop shop;

	private static Resource resource;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.resource.namespace=market", "observability.resource.version=1.2.3",
				"observability.resource.environment=staging", "observability.resource.attributes.team=blue",
				"otel.resource.attributes=team=red,cost.center=7", "otel.service.name=corner-shop");
		resource = shop.trace(shop.getTraced("/outer"), 7).root().resource();
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void spansCarryWhatThePropertiesSay() {
		assertThat(resource.attributes()).containsAllEntriesOf(Map.of("service.namespace", "market", "service.version",
				"1.2.3", "deployment.environment.name", "staging"));
	}

	@Test
	void nameAndAttributesOfTheSdkWin() {
		assertThat(resource.attributes()).containsEntry("service.name", "corner-shop")
			.containsEntry("team", "red")
			.containsEntry("cost.center", "7");
	}

	@Test
	void serviceWithoutANameIsToldToHaveOne(CapturedOutput output) {
		SpringApplication nameless = new SpringApplication(Nameless.class);
		nameless.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = nameless.run(
				"--otel.java.disabled.resource.providers=io.opentelemetry.instrumentation.resources.JarServiceNameDetector")) {
			assertThat(output.getOut().lines().filter((line) -> line.contains("WARN"))).singleElement()
				.asString()
				.contains("The service has no name and is unknown_service:java in all telemetry. "
						+ "Set spring.application.name");
		}
	}

	@Test
	void argumentsOfTheProcessStayHome() {
		assertThat(resource.attributes()).doesNotContainKeys("process.command_args", "process.command_line");
		assertThat(shop.get("/actuator/prometheus").body()).contains("target_info{").doesNotContain("process_command");
	}

	@Test
	void logRecordsCarryTheSameResource() {
		assertThat(shop.received().awaitLogs((logs) -> !logs.isEmpty(), RunningShop.SOON))
			.allSatisfy((log) -> assertThat(log.resource()).isEqualTo(resource));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Nameless {

	}

}
