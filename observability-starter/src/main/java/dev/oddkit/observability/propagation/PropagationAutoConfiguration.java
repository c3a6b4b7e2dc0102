package dev.oddkit.observability.propagation;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import jakarta.servlet.Filter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Chooses the formats of the context and tells callers the trace id where they may know.
 */
@AutoConfiguration
@ConditionalOnObservability
@EnableConfigurationProperties(PropagationProperties.class)
public final class PropagationAutoConfiguration {

	PropagationAutoConfiguration() {
	}

	@Bean
	RoomReport observabilityPropagationReport() {
		return new RoomReport("propagation").with("otel.propagators", null)
			.with("observability.propagation.response.header", "none");
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

}
