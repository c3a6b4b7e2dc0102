package dev.oddkit.observability.sdk;

import java.io.IOException;

import dev.oddkit.observability.ConditionalOnObservability;
import feign.Capability;
import feign.Client;
import feign.micrometer.MicrometerObservationCapability;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Gives the caller of a Feign client, behind its observation, what the client threw:
 * Feign logs and retries as if nobody had observed it.
 *
 * @see FeignAutoConfiguration
 */
@AutoConfiguration(after = FeignAutoConfiguration.class)
@ConditionalOnClass(MicrometerObservationCapability.class)
@ConditionalOnObservability
@Order(Ordered.LOWEST_PRECEDENCE)
public final class FeignCallerAutoConfiguration implements Capability {

	FeignCallerAutoConfiguration() {
	}

	@Override
	public Client enrich(Client client) {
		return (request, options) -> {
			try {
				return client.execute(request, options);
			}
			catch (FeignFailure ex) {
				if (ex.thrown() instanceof IOException io) {
					throw io;
				}
				throw (RuntimeException) ex.thrown();
			}
		};
	}

}
