package dev.oddkit.observability.sampling;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Puts the gates in front of the sampler and lets them see the path of a request.
 */
@AutoConfiguration(before = MicrometerTracingAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnObservability
@EnableConfigurationProperties(SamplingProperties.class)
public final class SamplingAutoConfiguration {

	SamplingAutoConfiguration() {
	}

	@Bean
	SamplerGates observabilitySamplerGates(SamplingProperties properties, ObjectProvider<NoisePaths> noise,
			ListableBeanFactory beans, Environment environment) {
		return new SamplerGates(properties, noise, beans, environment);
	}

	@Bean
	IgnoredPaths observabilityIgnoredPaths(SamplingProperties properties) {
		return new IgnoredPaths(properties.ignoredPaths());
	}

	@Bean
	RoomReport observabilitySamplingReport(SamplerGates gates, SamplingProperties properties) {
		return new RoomReport("sampling").with("otel.traces.sampler", null)
			.with("otel.traces.sampler.arg", null)
			.with("observability.sampling.max-traces-per-second", properties.maxTracesPerSecond())
			.with("observability.sampling.ignored-paths", "none")
			.with(gates::state);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(PathMappedEndpoints.class)
	@ConditionalOnWebApplication
	static class Actuator {

		@Bean
		ActuatorPaths observabilityActuatorPaths(ObjectProvider<PathMappedEndpoints> endpoints,
				Environment environment) {
			return new ActuatorPaths(endpoints, prefix(environment, "server.servlet.context-path")
					+ prefix(environment, "spring.mvc.servlet.path") + prefix(environment, "spring.webflux.base-path"));
		}

		private static String prefix(Environment environment, String key) {
			String path = environment.getProperty(key, "");
			return path.equals("/") ? "" : path;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpServletRequest.class)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	static class Servlet {

		@Bean
		@ConditionalOnMissingBean(PropagatingReceiverTracingObservationHandler.class)
		@ConditionalOnBean(Propagator.class)
		@Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
		RouteVisibleReceiverHandler observabilityReceiverHandler(Tracer tracer, Propagator propagator) {
			return new RouteVisibleReceiverHandler(tracer, propagator, new ServletExchange());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ServerHttpRequest.class)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	static class Reactive {

		@Bean
		@ConditionalOnMissingBean(PropagatingReceiverTracingObservationHandler.class)
		@ConditionalOnBean(Propagator.class)
		@Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
		RouteVisibleReceiverHandler observabilityReceiverHandler(Tracer tracer, Propagator propagator) {
			return new RouteVisibleReceiverHandler(tracer, propagator, new ReactiveExchange());
		}

	}

}
