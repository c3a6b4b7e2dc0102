package dev.oddkit.observability.sdk;

import java.io.IOException;

import dev.oddkit.observability.ConditionalOnObservability;
import feign.Capability;
import feign.Client;
import feign.FeignException;
import feign.micrometer.MicrometerObservationCapability;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets the observation of a Feign call end when there is no answer, for example because
 * the connection was refused or a circuit is open. Before {@code feign-micrometer} 13.13
 * it ends for Feign's own exceptions only. So one of those is thrown within the
 * observation, and {@link FeignCallerAutoConfiguration} gives the caller the original.
 * <p>
 * Is the capability itself because Feign calls it by reflection, as a public type. It
 * stands right before that of {@code feign-micrometer}, which has no order, so that those
 * of the application that have one see what the client threw.
 *
 * @see <a href="https://github.com/OpenFeign/feign/pull/3407">The change in Feign</a>
 */
@AutoConfiguration
@ConditionalOnClass(MicrometerObservationCapability.class)
@ConditionalOnObservability
@Order(Ordered.LOWEST_PRECEDENCE - 1)
public final class FeignAutoConfiguration implements Capability {

	FeignAutoConfiguration() {
	}

	@Override
	public Client enrich(Client client) {
		return (request, options) -> {
			try {
				return client.execute(request, options);
			}
			catch (FeignException ex) {
				throw ex;
			}
			catch (IOException | RuntimeException ex) {
				throw new FeignFailure(request, ex);
			}
		};
	}

	/**
	 * Registers a handler in front of all others, which Spring Boot adds later.
	 */
	@Bean
	static BeanPostProcessor observabilityFeignFailures() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof ObservationRegistry registry) {
					registry.observationConfig().observationHandler(new FeignFailure.Handler());
				}
				return bean;
			}

		};
	}

}
