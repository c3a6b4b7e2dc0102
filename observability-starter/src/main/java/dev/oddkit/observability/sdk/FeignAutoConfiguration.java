package dev.oddkit.observability.sdk;

import java.io.IOException;

import dev.oddkit.observability.ConditionalOnObservability;
import feign.Capability;
import feign.Client;
import feign.Request;
import feign.RetryableException;
import feign.micrometer.MicrometerObservationCapability;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets the observation of a Feign call end when there is no answer, for example because
 * the connection was refused. Before {@code feign-micrometer} 13.13 it ends for Feign's
 * own exceptions only. So Feign's own is thrown within the observation: the one that the
 * caller gets anyway.
 * <p>
 * Is the capability itself because Feign calls it by reflection, as a public type.
 *
 * @see <a href="https://github.com/OpenFeign/feign/pull/3407">The change in Feign</a>
 */
@AutoConfiguration
@ConditionalOnClass(MicrometerObservationCapability.class)
@ConditionalOnObservability
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class FeignAutoConfiguration implements Capability {

	FeignAutoConfiguration() {
	}

	@Override
	public Client enrich(Client client) {
		return (request, options) -> {
			try {
				return client.execute(request, options);
			}
			catch (IOException ex) {
				throw unanswered(request, ex);
			}
		};
	}

	/**
	 * What Feign makes of an exception of its client.
	 */
	private static RetryableException unanswered(Request request, IOException cause) {
		String message = "%s executing %s %s".formatted(cause.getMessage(), request.httpMethod(), request.url());
		return new RetryableException(-1, message, request.httpMethod(), cause, (Long) null, request);
	}

}
