package dev.oddkit.observability.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which registry of Micrometer is scraped.
 */
class HistogramsSwitchTests {

	private static final String EXPONENTIAL = "observability.metrics.histograms=exponential";

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class))
		.withUserConfiguration(Needed.class);

	@Test
	void isMicrometersOwnUnlessHistogramsAreExponential() {
		this.application.run((context) -> assertThat(context).getBean(PrometheusMeterRegistry.class)
			.isExactlyInstanceOf(PrometheusMeterRegistry.class));
	}

	@Test
	void isNativeForExponentialHistograms() {
		this.application.withPropertyValues(EXPONENTIAL)
			.run((context) -> assertThat(context).getBean(PrometheusMeterRegistry.class)
				.isInstanceOf(NativePrometheusRegistry.class));
	}

	@Test
	void isTheOneThatTheUserDeclares() {
		this.application.withPropertyValues(EXPONENTIAL)
			.withBean(PrometheusMeterRegistry.class,
					() -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM))
			.run((context) -> assertThat(context).getBean(PrometheusMeterRegistry.class)
				.isExactlyInstanceOf(PrometheusMeterRegistry.class));
	}

	@Test
	void isNoneWhereNothingIsScraped() {
		this.application.withPropertyValues(EXPONENTIAL, "management.prometheus.metrics.export.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(PrometheusMeterRegistry.class));
	}

	@Test
	void isMicrometersOwnBesideARegistryOfPrometheusThatTheUserDeclares() {
		this.application.withPropertyValues(EXPONENTIAL)
			.withBean(PrometheusRegistry.class)
			.run((context) -> assertThat(context).getBean(PrometheusMeterRegistry.class)
				.isExactlyInstanceOf(PrometheusMeterRegistry.class));
	}

	@Test
	void isNoneOnAClassPathWithoutIt() {
		this.application.withPropertyValues(EXPONENTIAL)
			.withClassLoader(new FilteredClassLoader(PrometheusMeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(NativeHistograms.class));
	}

	@Configuration(proxyBeanMethods = false)
	static class Needed {

		@Bean
		Clock clock() {
			return Clock.SYSTEM;
		}

	}

}
