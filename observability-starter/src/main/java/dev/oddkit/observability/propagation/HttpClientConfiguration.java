package dev.oddkit.observability.propagation;

import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.http.client.observation.DefaultClientRequestObservationConvention;
import org.springframework.web.client.RestClient;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Observes the HTTP clients that were made without Spring Boot's builders, by the names
 * that those would give them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "observability.propagation.clients.enabled", matchIfMissing = true)
class HttpClientConfiguration {

	private static String name(Environment environment) {
		return environment.getProperty("management.observations.http.client.requests.name", "http.client.requests");
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClient.class)
	@ConditionalOnBooleanProperty(name = "otel.instrumentation.spring-web.enabled", havingValue = false,
			matchIfMissing = true)
	static class Rest {

		@Bean
		static ClientPropagation observabilityRestClientPropagation(ObjectProvider<ObservationRegistry> registries,
				ObjectProvider<ClientRequestObservationConvention> conventions, Environment environment,
				BeanFactory beans) {
			LateObservationRegistry registry = new LateObservationRegistry(registries);
			return new ClientPropagation(
					new RestClients(registry,
							() -> conventions.getIfAvailable(
									() -> new DefaultClientRequestObservationConvention(name(environment)))),
					registry, beans);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebClient.class, Mono.class })
	@ConditionalOnBooleanProperty(name = "otel.instrumentation.spring-webflux.enabled", havingValue = false,
			matchIfMissing = true)
	static class Reactive {

		@Bean
		static ClientPropagation observabilityWebClientPropagation(ObjectProvider<ObservationRegistry> registries,
				ObjectProvider<org.springframework.web.reactive.function.client.ClientRequestObservationConvention> conventions,
				Environment environment, BeanFactory beans) {
			LateObservationRegistry registry = new LateObservationRegistry(registries);
			return new ClientPropagation(new WebClients(registry, () -> conventions.getIfAvailable(
					() -> new org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention(
							name(environment)))),
					registry, beans);
		}

	}

}
