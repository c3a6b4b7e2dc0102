package dev.oddkit.demo.gateway;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the gateway accepts as its configuration.
 */
class ShopPropertiesTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Configuration.class)
		.withPropertyValues("shop.orders.url=http://orders", "shop.inventory.url=http://inventory",
				"shop.trace-url=https://grafana/explore?traceId={traceId}");

	@Test
	void trafficIsGentleAndEndsAfterTenMinutes() {
		this.context.run((started) -> {
			ShopProperties.Traffic traffic = started.getBean(ShopProperties.class).traffic();
			assertThat(traffic.interval()).hasSeconds(1);
			assertThat(traffic.duration()).hasMinutes(10);
		});
	}

	@Test
	void traceUrlWithoutAPlaceForTheIdIsRefused() {
		this.context.withPropertyValues("shop.trace-url=http://console/")
			.run((started) -> assertThat(started).getFailure()
				.rootCause()
				.hasMessageContaining("must be an http(s) URL that contains {traceId}"));
	}

	@Test
	void trafficWithoutAnEndIsRefused() {
		this.context.withPropertyValues("shop.traffic.duration=2h").run((started) -> assertThat(started).hasFailed());
	}

	@EnableConfigurationProperties(ShopProperties.class)
	static class Configuration {

	}

}
