package dev.oddkit.observability.resource;

import java.util.Map;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
	void replicasAreToldApart() {
		assertThat(resource.serviceInstanceId()).isNotBlank();
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

}
