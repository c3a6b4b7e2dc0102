package dev.oddkit.observability.naming;

import java.net.URI;

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

	private static final String NONE = KeyValue.NONE_VALUE;

	@Override
	public String getName() {
		return HttpKeyValues.CLIENT;
	}

	@Override
	public String getContextualName(ClientRequestObservationContext context) {
		return HttpNames.span(method(context), HttpNames.path(context.getUriTemplate()));
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		URI uri = uri(context);
		String template = HttpNames.path(context.getUriTemplate());
		String status = status(context);
		return KeyValues.of("error.type", errorType(context, status), "http.request.method", method(context),
				"http.response.status_code", status, "server.address",
				(uri != null && uri.getHost() != null) ? uri.getHost() : NONE, "server.port",
				(uri != null) ? HttpNames.port(uri) : NONE, "url.template", (template != null) ? template : NONE);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		URI uri = uri(context);
		return KeyValues.of("url.full", (uri != null) ? HttpNames.withoutUser(uri) : NONE);
	}

	private static @Nullable URI uri(ClientRequestObservationContext context) {
		ClientRequest request = context.getRequest();
		return (request != null) ? request.url() : null;
	}

	private static String method(ClientRequestObservationContext context) {
		ClientRequest request = context.getRequest();
		return HttpNames.method((request != null) ? request.method() : null);
	}

	private static String status(ClientRequestObservationContext context) {
		ClientResponse response = context.getResponse();
		return (response != null) ? Integer.toString(response.statusCode().value()) : NONE;
	}

	private static String errorType(ClientRequestObservationContext context, String status) {
		Throwable error = context.getError();
		if (error != null) {
			return error.getClass().getName();
		}
		return (status.startsWith("4") || status.startsWith("5")) ? status : NONE;
	}

}
