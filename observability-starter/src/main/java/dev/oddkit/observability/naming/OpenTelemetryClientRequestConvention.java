package dev.oddkit.observability.naming;

import java.io.IOException;
import java.net.URI;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;

/**
 * Names client requests by OpenTelemetry's stable HTTP conventions. Spring has such a
 * convention for the server only.
 * <p>
 * {@code url.template} is the only form of the path that becomes a label. A URI that was
 * built without a template has none.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpclientrequestduration">
 * http.client.request.duration</a>
 */
class OpenTelemetryClientRequestConvention implements ClientRequestObservationConvention {

	private static final String NONE = KeyValue.NONE_VALUE;

	@Override
	public String getName() {
		return "http.client.request.duration";
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
		ClientHttpRequest request = context.getCarrier();
		return (request != null) ? request.getURI() : null;
	}

	private static String method(ClientRequestObservationContext context) {
		ClientHttpRequest request = context.getCarrier();
		return HttpNames.method((request != null) ? request.getMethod() : null);
	}

	private static String status(ClientRequestObservationContext context) {
		try {
			return (context.getResponse() != null) ? Integer.toString(context.getResponse().getStatusCode().value())
					: NONE;
		}
		catch (IOException ex) {
			return NONE;
		}
	}

	private static String errorType(ClientRequestObservationContext context, String status) {
		if (context.getError() != null) {
			return context.getError().getClass().getName();
		}
		return (status.startsWith("4") || status.startsWith("5")) ? status : NONE;
	}

}
