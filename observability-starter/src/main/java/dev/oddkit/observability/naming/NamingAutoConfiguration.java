package dev.oddkit.observability.naming;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import feign.micrometer.FeignContext;
import io.lettuce.core.tracing.LettuceObservationConvention;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.convention.JvmClassLoadingMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.JvmCpuMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.JvmMemoryMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.JvmThreadMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmClassLoadingMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmMemoryMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmThreadMeterConventions;
import jakarta.servlet.http.HttpServletRequest;
import org.reactivestreams.Publisher;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.server.observation.OpenTelemetryServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationConvention;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Offers OpenTelemetry's conventions to the instrumentations of Spring and Micrometer,
 * each of which takes the one bean of its type.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
		beforeName = { "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
				"org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration",
				"org.springframework.boot.restclient.autoconfigure.RestClientObservationAutoConfiguration",
				"org.springframework.boot.restclient.autoconfigure.RestTemplateObservationAutoConfiguration",
				"org.springframework.boot.webclient.autoconfigure.WebClientObservationAutoConfiguration",
				"org.springframework.boot.webflux.autoconfigure.WebFluxObservationAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration" })
@ConditionalOnObservability
@EnableConfigurationProperties(NamingProperties.class)
@Import(SemanticHandlerConfiguration.class)
public final class NamingAutoConfiguration {

	private static final String PROPERTY = "observability.naming.conventions";

	NamingAutoConfiguration() {
	}

	@Bean
	RoomReport observabilityNamingReport() {
		return new RoomReport("naming").with(PROPERTY, "opentelemetry");
	}

	@Bean
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	HttpKeyValues observabilityHttpKeyValues() {
		return new HttpKeyValues();
	}

	@Bean
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	ScheduledTaskConvention observabilityScheduledTaskConvention() {
		return new ScheduledTaskConvention();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ServerRequestObservationConvention.class, HttpServletRequest.class })
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class HttpServer {

		@Bean
		@ConditionalOnMissingBean(ServerRequestObservationConvention.class)
		OpenTelemetryServerRequestObservationConvention observabilityServerConvention() {
			return new OpenTelemetryServerRequestObservationConvention();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ClientRequestObservationConvention.class)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class HttpClient {

		@Bean
		@ConditionalOnMissingBean(ClientRequestObservationConvention.class)
		OpenTelemetryClientRequestConvention observabilityClientConvention() {
			return new OpenTelemetryClientRequestConvention();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ServerHttpRequest.class, Publisher.class })
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class ReactiveServer {

		@Bean
		@ConditionalOnMissingBean(org.springframework.http.server.reactive.observation.ServerRequestObservationConvention.class)
		WebFluxConvention observabilityWebFluxConvention() {
			return new WebFluxConvention();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebClient.class)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class ReactiveClient {

		@Bean
		@ConditionalOnMissingBean(org.springframework.web.reactive.function.client.ClientRequestObservationConvention.class)
		WebClientConvention observabilityWebClientConvention() {
			return new WebClientConvention();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ FeignContext.class, HttpMethod.class })
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class Feign {

		@Bean
		FeignNames observabilityFeignNames() {
			return new FeignNames();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(LettuceObservationConvention.class)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class Redis {

		@Bean
		@ConditionalOnMissingBean(LettuceObservationConvention.class)
		RedisConvention observabilityRedisConvention() {
			return new RedisConvention();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JvmMemoryMeterConventions.class)
	@ConditionalOnProperty(name = PROPERTY, havingValue = "opentelemetry", matchIfMissing = true)
	static class Jvm {

		@Bean
		SemanticMeterNames observabilityMeterNames() {
			return new SemanticMeterNames();
		}

		@Bean
		@ConditionalOnMissingBean(JvmMemoryMeterConventions.class)
		OpenTelemetryJvmMemoryMeterConventions observabilityJvmMemoryConventions() {
			return new OpenTelemetryJvmMemoryMeterConventions(Tags.empty());
		}

		@Bean
		@ConditionalOnMissingBean(JvmThreadMeterConventions.class)
		OpenTelemetryJvmThreadMeterConventions observabilityJvmThreadConventions() {
			return new OpenTelemetryJvmThreadMeterConventions(Tags.empty());
		}

		@Bean
		@ConditionalOnMissingBean(JvmClassLoadingMeterConventions.class)
		OpenTelemetryJvmClassLoadingMeterConventions observabilityJvmClassLoadingConventions() {
			return new OpenTelemetryJvmClassLoadingMeterConventions();
		}

		@Bean
		@ConditionalOnMissingBean(JvmCpuMeterConventions.class)
		CpuTime observabilityJvmCpuConventions() {
			return new CpuTime();
		}

	}

}
