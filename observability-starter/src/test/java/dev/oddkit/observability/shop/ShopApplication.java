package dev.oddkit.observability.shop;

import java.util.Set;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.View;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * A service as a user would write it, with every way of instrumenting in one request.
 */
@SpringBootApplication
@EnableAsync(proxyTargetClass = true)
@EnableScheduling
public class ShopApplication {

	@Bean
	Instruments instruments(OpenTelemetry openTelemetry) {
		return new Instruments(openTelemetry);
	}

	/**
	 * A View of the user that drops all labels but one of one instrument.
	 */
	@Bean
	AutoConfigurationCustomizerProvider view() {
		return (customizer) -> customizer.addMeterProviderCustomizer(
				(provider, config) -> provider.registerView(InstrumentSelector.builder().setName("shop.viewed").build(),
						View.builder().setAttributeFilter(Set.of("status")).build()));
	}

}
