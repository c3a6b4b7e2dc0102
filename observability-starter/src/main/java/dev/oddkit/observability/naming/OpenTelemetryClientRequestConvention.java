package dev.oddkit.observability.naming;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
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

	private static final Pattern BEFORE_PATH = Pattern.compile("^https?://[^/]+");

	private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/@]*@");

	private static final Set<String> KNOWN_METHODS = Stream.of(HttpMethod.values())
		.map(HttpMethod::name)
		.collect(Collectors.toUnmodifiableSet());

	@Override
	public String getName() {
		return "http.client.request.duration";
	}

	@Override
	public String getContextualName(ClientRequestObservationContext context) {
		String template = template(context);
		String method = method(context);
		String name = method.equals("_OTHER") ? "HTTP" : method;
		return (template != null) ? name + " " + template : name;
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
		URI uri = uri(context);
		String template = template(context);
		String status = status(context);
		return KeyValues.of("error.type", errorType(context, status), "http.request.method", method(context),
				"http.response.status_code", status, "server.address",
				(uri != null && uri.getHost() != null) ? uri.getHost() : NONE, "server.port",
				(uri != null) ? port(uri) : NONE, "url.template", (template != null) ? template : NONE);
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(ClientRequestObservationContext context) {
		URI uri = uri(context);
		String full = (uri != null) ? USER_INFO.matcher(uri.toASCIIString()).replaceFirst("REDACTED:REDACTED@") : NONE;
		return KeyValues.of("url.full", full);
	}

	private static @Nullable URI uri(ClientRequestObservationContext context) {
		ClientHttpRequest request = context.getCarrier();
		return (request != null) ? request.getURI() : null;
	}

	private static String method(ClientRequestObservationContext context) {
		ClientHttpRequest request = context.getCarrier();
		String method = (request != null) ? request.getMethod().name() : "_OTHER";
		return KNOWN_METHODS.contains(method) ? method : "_OTHER";
	}

	private static @Nullable String template(ClientRequestObservationContext context) {
		String template = context.getUriTemplate();
		if (template == null) {
			return null;
		}
		String path = BEFORE_PATH.matcher(template).replaceFirst("");
		int query = path.indexOf('?');
		path = (query >= 0) ? path.substring(0, query) : path;
		return path.startsWith("/") ? path : "/" + path;
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

	private static String port(URI uri) {
		if (uri.getPort() >= 0) {
			return Integer.toString(uri.getPort());
		}
		return "https".equals(uri.getScheme()) ? "443" : "80";
	}

}
