package dev.oddkit.observability.propagation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.PropertyMapping.Lookup;
import dev.oddkit.observability.RoomReport;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskExecutorCustomizer;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.server.WebFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Chooses the formats of the context, lets threads carry it, and tells callers the trace
 * id where they may know.
 */
@AutoConfiguration
@ConditionalOnObservability
@EnableConfigurationProperties(PropagationProperties.class)
@Import(HttpClientConfiguration.class)
public final class PropagationAutoConfiguration {

	PropagationAutoConfiguration() {
	}

	@Bean
	BaggageFields observabilityBaggageFields(PropagationProperties properties, Environment environment) {
		Lookup lookup = environment::getProperty;
		boolean off = PropagationFormats.baggageIsOff(lookup);
		return new BaggageFields(properties.baggage().fields(),
				off ? List.of() : lookup.list("management.tracing.baggage.remote-fields"));
	}

	@Bean
	static AutoConfigurationCustomizerProvider observabilityPropagators(BaggageFields fields, Environment environment,
			ObjectProvider<ConfigurablePropagatorProvider> providers, ApplicationContext context) {
		return new PropagatorCustomizer(fields, environment::getProperty,
				new KnownFormats(context.getClassLoader(), providers.stream()));
	}

	@Bean
	static BeanFactoryPostProcessor observabilityFormatCheck(Environment environment) {
		return (beans) -> KnownFormats.checkEarly(beans, environment::getProperty);
	}

	@Bean
	RoomReport observabilityPropagationReport(BaggageFields fields, ObjectProvider<ExecutorPropagation> executors,
			ObjectProvider<ClientPropagation> clients) {
		return new RoomReport("propagation").with(KnownFormats.PROPERTY, null)
			.with("observability.propagation.accepted-formats", "none")
			.with("observability.propagation.baggage.fields", "none")
			.with("observability.propagation.clients.enabled", true)
			.with("observability.propagation.executors.enabled", true)
			.with("observability.propagation.response.header", "none")
			.with(() -> state(fields, executors.getIfAvailable(), clients.stream()));
	}

	private static Map<String, ?> state(BaggageFields fields, @Nullable ExecutorPropagation executors,
			Stream<ClientPropagation> clients) {
		Map<String, Object> state = new LinkedHashMap<>(fields.state());
		Map<String, String> byName = new TreeMap<>();
		clients.forEach((family) -> byName.putAll(family.clients()));
		state.put("clients", byName);
		if (executors != null) {
			state.put("executors", executors.executors());
		}
		return state;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ContextSnapshot.class, ThreadPoolTaskExecutor.class })
	@ConditionalOnBooleanProperty(name = "observability.propagation.executors.enabled", matchIfMissing = true)
	static class Executors {

		@Bean
		static ExecutorPropagation observabilityExecutorPropagation() {
			return new ExecutorPropagation();
		}

		@Bean
		ThreadPoolTaskExecutorCustomizer observabilityThreadPoolTaskExecutorCustomizer() {
			return ExecutorPropagation::decorate;
		}

		@Bean
		SimpleAsyncTaskExecutorCustomizer observabilitySimpleAsyncTaskExecutorCustomizer() {
			return ExecutorPropagation::decorate;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ ContextSnapshot.class, ThreadPoolTaskExecutor.class, RequestMappingHandlerAdapter.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnBooleanProperty(name = "observability.propagation.executors.enabled", matchIfMissing = true)
	static class Mvc {

		@Bean
		static MvcExecutorPropagation observabilityMvcExecutorPropagation() {
			return new MvcExecutorPropagation();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ AbstractRabbitListenerContainerFactory.class, Observation.class })
	static class Rabbit {

		@Bean
		static RabbitBatchPropagation observabilityRabbitBatches(ObjectProvider<ObservationRegistry> observations,
				ObjectProvider<ContextPropagators> propagators) {
			return new RabbitBatchPropagation(new RabbitBatch(observations, propagators));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Filter.class, ResponseBodyAdvice.class, FilterRegistrationBean.class })
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnProperty("observability.propagation.response.header")
	static class Servlet {

		/**
		 * Right behind Boot's filter that starts the observation, before security.
		 */
		private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 2;

		@Bean
		FilterRegistrationBean<TraceIdHeaderFilter> observabilityTraceIdHeader(PropagationProperties properties) {
			String header = properties.response().header();
			FilterRegistrationBean<TraceIdHeaderFilter> registration = new FilterRegistrationBean<>(
					new TraceIdHeaderFilter((header != null) ? header : ""));
			registration.setOrder(ORDER);
			return registration;
		}

		@Bean
		TraceIdProblemDetail observabilityTraceIdProblemDetail() {
			return new TraceIdProblemDetail();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ WebFilter.class, WebFluxConfigurer.class, Mono.class })
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnProperty("observability.propagation.response.header")
	static class Reactive {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		TraceIdHeaderWebFilter observabilityTraceIdHeader(PropagationProperties properties) {
			String header = properties.response().header();
			return new TraceIdHeaderWebFilter((header != null) ? header : "");
		}

		@Bean
		WebFluxConfigurer observabilityTraceIdProblemDetail() {
			return new TraceIdErrorResponse();
		}

	}

}
