package dev.oddkit.observability.naming;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.http.server.reactive.observation.ServerRequestObservationConvention;

/**
 * Names the requests to a WebFlux server by OpenTelemetry's stable HTTP conventions.
 * Spring has such a convention for servlets only.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration">
 * http.server.request.duration</a>
 */
class WebFluxConvention implements ServerRequestObservationConvention {

	private static final String NONE = KeyValue.NONE_VALUE;

	@Override
	public String getName() {
		return HttpKeyValues.SERVER;
	}

	@Override
	public String getContextualName(ServerRequestObservationContext context) {
		return HttpNames.span(method(context), route(context));
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
		String route = route(context);
		ServerHttpRequest request = context.getCarrier();
		String scheme = (request != null) ? request.getURI().getScheme() : null;
		return KeyValues.of("error.type", errorType(context), "http.request.method", method(context),
				"http.response.status_code", status(context), "http.route", (route != null) ? route : NONE,
				"url.scheme", (scheme != null) ? scheme : NONE);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
		ServerHttpRequest request = context.getCarrier();
		return KeyValues.of("url.path", (request != null) ? request.getPath().value() : NONE);
	}

	private static String method(ServerRequestObservationContext context) {
		ServerHttpRequest request = context.getCarrier();
		return HttpNames.method((request != null) ? request.getMethod() : null);
	}

	private static @Nullable String route(ServerRequestObservationContext context) {
		String pattern = context.getPathPattern();
		return (pattern != null && pattern.isEmpty()) ? "/" : pattern;
	}

	private static String status(ServerRequestObservationContext context) {
		ServerHttpResponse response = context.getResponse();
		HttpStatusCode status = (response != null && !context.isConnectionAborted()) ? response.getStatusCode() : null;
		return (status != null) ? Integer.toString(status.value()) : NONE;
	}

	private static String errorType(ServerRequestObservationContext context) {
		Throwable error = context.getError();
		return (error != null) ? error.getClass().getName() : NONE;
	}

}
