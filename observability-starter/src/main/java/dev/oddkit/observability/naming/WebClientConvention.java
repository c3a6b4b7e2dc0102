package dev.oddkit.observability.naming;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Names the requests of a WebClient like those of all other clients.
 *
 * @see OpenTelemetryClientRequestConvention
 */
class WebClientConvention implements ClientRequestObservationConvention {

	@Override
	public String getName() {
		return HttpKeyValues.CLIENT;
	}

	@Override
	public String getContextualName(ClientRequestObservationContext context) {
		return call(context).spanName();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		return call(context).lowCardinality();
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		return call(context).highCardinality();
	}

	private static ClientCall call(ClientRequestObservationContext context) {
		ClientRequest request = context.getRequest();
		return new ClientCall((request != null) ? request.method() : null, (request != null) ? request.url() : null,
				context.getUriTemplate(), status(context.getResponse()), context.getError());
	}

	private static String status(@Nullable ClientResponse response) {
		return (response != null) ? Integer.toString(response.statusCode().value()) : KeyValue.NONE_VALUE;
	}

}
