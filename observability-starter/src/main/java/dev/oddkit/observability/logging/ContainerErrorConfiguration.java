package dev.oddkit.observability.logging;

import java.util.EnumSet;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.Valve;
import org.eclipse.jetty.server.Server;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.jetty.ConfigurableJettyWebServerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Gives the line that a servlet container logs for an uncaught exception the ids of its
 * request: it is written when the observation is over.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass({ Filter.class, ServerHttpObservationFilter.class, FilterRegistrationBean.class })
@ConditionalOnBean(Tracer.class)
class ContainerErrorConfiguration {

	@Bean
	FilterRegistrationBean<FailedRequestFilter> observabilityFailedRequests(Tracer tracer) {
		FilterRegistrationBean<FailedRequestFilter> registration = new FilterRegistrationBean<>(
				new FailedRequestFilter(tracer));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
		return registration;
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Valve.class, ConfigurableTomcatWebServerFactory.class })
	static class Tomcat {

		@Bean
		WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> observabilityTomcatErrorScope() {
			return (factory) -> factory.addEngineValves(new TomcatErrorScope());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ Server.class, ConfigurableJettyWebServerFactory.class })
	static class Jetty {

		@Bean
		WebServerFactoryCustomizer<ConfigurableJettyWebServerFactory> observabilityJettyErrorScope() {
			return (factory) -> factory
				.addServerCustomizers((server) -> server.setHandler(new JettyErrorScope(server.getHandler())));
		}

	}

}
