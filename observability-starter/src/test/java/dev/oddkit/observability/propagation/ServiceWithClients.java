package dev.oddkit.observability.propagation;

import com.example.delivery.Courier;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.spring.web.v3_1.SpringWebTelemetry;
import io.opentelemetry.instrumentation.spring.webflux.v5_3.SpringWebfluxClientTelemetry;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestGatewaySupport;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application that makes its HTTP clients itself, in every way that users do.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = Courier.class)
@Import({ ServiceWithClients.Warehouse.class, ServiceWithClients.Gateway.class, ServiceWithClients.Counter.class })
class ServiceWithClients {

	@Bean
	RestTemplate template() {
		return new RestTemplate();
	}

	/**
	 * Made at its first call, as its scope is not there before the application is.
	 */
	@Bean
	@Scope(scopeName = "late", proxyMode = ScopedProxyMode.TARGET_CLASS)
	RestTemplate scoped() {
		return new RestTemplate();
	}

	@Bean
	FactoryBean<RestTemplate> product() {
		return new FactoryBean<>() {

			@Override
			public RestTemplate getObject() {
				return new RestTemplate(new SimpleClientHttpRequestFactory());
			}

			@Override
			public Class<?> getObjectType() {
				return RestTemplate.class;
			}

		};
	}

	@Bean
	RestClient client() {
		return RestClient.create();
	}

	@Bean
	RestClient clientOfTheTemplate(RestTemplate template) {
		return RestClient.create(template);
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	RestClient.Builder builder() {
		return RestClient.builder();
	}

	@Bean
	WebClient reactive() {
		return WebClient.create();
	}

	@Bean
	WebClient.Builder reactiveBuilder() {
		return WebClient.builder().clientConnector(new JdkClientHttpConnector());
	}

	/**
	 * Not to be observed, as its own registry has no handler.
	 */
	@Bean
	RestClient silent() {
		return RestClient.builder().observationRegistry(ObservationRegistry.create()).build();
	}

	@Bean
	RestTemplate tracedTemplate(OpenTelemetry openTelemetry) {
		RestTemplate template = new RestTemplate();
		template.getInterceptors().add(SpringWebTelemetry.create(openTelemetry).createInterceptor());
		return template;
	}

	@Bean
	RestClient tracedClient(OpenTelemetry openTelemetry) {
		return RestClient.builder()
			.requestInterceptor(SpringWebTelemetry.create(openTelemetry).createInterceptor())
			.build();
	}

	@Bean
	WebClient tracedReactive(OpenTelemetry openTelemetry) {
		return WebClient.builder().filters(SpringWebfluxClientTelemetry.create(openTelemetry)::addFilter).build();
	}

	/**
	 * Has clients of its own.
	 */
	static class Warehouse {

		static final RestTemplate shared = new RestTemplate();

		final RestOperations template = new RestTemplate();

		final RestClient client = RestClient.create();

		final WebClient reactive = WebClient.create();

	}

	/**
	 * Has a client where Spring keeps it.
	 */
	static class Gateway extends RestGatewaySupport {

	}

	/**
	 * Has a stand-in for a client.
	 */
	static class Counter {

		final RestOperations scoped;

		Counter(@Qualifier("scoped") RestOperations scoped) {
			this.scoped = scoped;
		}

	}

}
