package dev.oddkit.observability.shop;

import io.opentelemetry.api.OpenTelemetry;

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

}
