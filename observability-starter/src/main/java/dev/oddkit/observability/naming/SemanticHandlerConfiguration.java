package dev.oddkit.observability.naming;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnNotWebApplication;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Takes the place of Spring Boot's handlers that write the attributes of spans; in a web
 * application the one for what is received is the sampling room's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(Tracer.class)
class SemanticHandlerConfiguration {

	@Bean
	@ConditionalOnMissingBean(DefaultTracingObservationHandler.class)
	@Order(MicrometerTracingAutoConfiguration.DEFAULT_TRACING_OBSERVATION_HANDLER_ORDER)
	SemanticHandler observabilityHandler(Tracer tracer) {
		return new SemanticHandler(tracer);
	}

	@Bean
	@ConditionalOnMissingBean(PropagatingSenderTracingObservationHandler.class)
	@ConditionalOnBean(Propagator.class)
	@Order(MicrometerTracingAutoConfiguration.SENDER_TRACING_OBSERVATION_HANDLER_ORDER)
	SemanticSenderHandler observabilitySenderHandler(Tracer tracer, Propagator propagator) {
		return new SemanticSenderHandler(tracer, propagator);
	}

	@Bean
	@ConditionalOnMissingBean(PropagatingReceiverTracingObservationHandler.class)
	@ConditionalOnBean(Propagator.class)
	@ConditionalOnNotWebApplication
	@Order(MicrometerTracingAutoConfiguration.RECEIVER_TRACING_OBSERVATION_HANDLER_ORDER)
	SemanticReceiverHandler observabilityReceiverHandler(Tracer tracer, Propagator propagator) {
		return new SemanticReceiverHandler(tracer, propagator);
	}

}
