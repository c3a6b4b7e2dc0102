package dev.oddkit.observability.naming;

import java.net.URI;

import feign.Request;
import feign.RequestTemplate;
import feign.Response;
import feign.micrometer.FeignContext;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Names the requests of Feign like those of all other clients. They are renamed at their
 * end: a convention would need a capability of ours, and Spring Cloud's switches for a
 * client would not reach that. One with another name is the user's and stays.
 *
 * @see OpenTelemetryClientRequestConvention
 */
class FeignNames implements ObservationFilter {

	private static final String FEIGN = "http.client.requests";

	private static final String[] FEIGN_KEYS = { "clientName", "http.method", "http.status_code", "http.url" };

	@Override
	public Observation.Context map(Observation.Context context) {
		if (context instanceof FeignContext feign && FEIGN.equals(context.getName()) && feign.getCarrier() != null) {
			rename(feign, feign.getCarrier());
		}
		return context;
	}

	private static void rename(FeignContext context, Request request) {
		String method = HttpNames.method(HttpMethod.valueOf(request.httpMethod().name()));
		String template = template(request);
		URI uri = URI.create(request.url());
		context.setName(HttpKeyValues.CLIENT);
		context.setContextualName(HttpNames.span(method, template));
		context.removeLowCardinalityKeyValues(FEIGN_KEYS);
		context.addLowCardinalityKeyValue(KeyValue.of("http.request.method", method));
		if (template != null) {
			context.addLowCardinalityKeyValue(KeyValue.of("url.template", template));
		}
		if (uri.getHost() != null) {
			context.addLowCardinalityKeyValues(
					KeyValues.of("server.address", uri.getHost(), "server.port", HttpNames.port(uri)));
		}
		addOutcome(context, context.getResponse());
		context.addHighCardinalityKeyValue(KeyValue.of("url.full", HttpNames.withoutSecrets(uri)));
	}

	private static void addOutcome(FeignContext context, @Nullable Response response) {
		if (response != null) {
			String status = Integer.toString(response.status());
			context.addLowCardinalityKeyValue(KeyValue.of("http.response.status_code", status));
			if (response.status() >= 400) {
				context.addLowCardinalityKeyValue(KeyValue.of("error.type", status));
			}
		}
		Throwable error = context.getError();
		if (error != null) {
			context.addLowCardinalityKeyValue(KeyValue.of("error.type", error.getClass().getName()));
		}
	}

	private static @Nullable String template(Request request) {
		RequestTemplate template = request.requestTemplate();
		return (template != null && template.methodMetadata() != null)
				? HttpNames.path(template.methodMetadata().template().url()) : null;
	}

}
