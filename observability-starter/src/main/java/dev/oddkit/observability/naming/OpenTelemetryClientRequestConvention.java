package dev.oddkit.observability.naming;

import java.io.IOException;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
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
		ClientHttpRequest request = context.getCarrier();
		return new ClientCall((request != null) ? request.getMethod() : null,
				(request != null) ? request.getURI() : null, context.getUriTemplate(), status(context.getResponse()),
				context.getError());
	}

	private static String status(@Nullable ClientHttpResponse response) {
		try {
			return (response != null) ? Integer.toString(response.getStatusCode().value()) : KeyValue.NONE_VALUE;
		}
		catch (IOException ex) {
			return KeyValue.NONE_VALUE;
		}
	}

}
