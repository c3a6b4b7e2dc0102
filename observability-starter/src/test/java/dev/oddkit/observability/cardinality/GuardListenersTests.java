package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.KeyReport;
import dev.oddkit.observability.cardinality.core.Limit;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class GuardListenersTests {

	private static final List<String> HEARD = new CopyOnWriteArrayList<>();

	@Test
	void aListenerOfTheApplicationHearsOnceOfEachLabelAndLimitAndBreaksNothing() {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run()) {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			IntStream.range(0, 200).forEach((i) -> registry.counter("flood", "tenant", "t" + i).increment());
			registry.counter("long", "tenant", "a".repeat(257)).increment();
			assertThat(HEARD).containsExactly("flood tenant", "VALUE_LENGTH 256 long", "long tenant");
			assertThat(registry.find("flood").counters()).hasSize(65);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		@Bean
		GuardListener listener() {
			return new GuardListener() {

				@Override
				public void folds(KeyReport key, String value) {
					HEARD.add(key.meter() + " " + key.key());
					throw new IllegalStateException("A bug of the application");
				}

				@Override
				public void reaches(Limit limit, int allowed, String meter) {
					HEARD.add(limit + " " + allowed + " " + meter);
				}

			};
		}

	}

}
