package dev.oddkit.observability.naming;

import java.net.URI;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * What a client request is called, whichever client sends it.
 *
 * @param method its method
 * @param uri where it goes
 * @param template the template of the URI
 * @param status the status of the response, or {@link KeyValue#NONE_VALUE}
 * @param error why there is no response
 */
record ClientCall(@Nullable HttpMethod method, @Nullable URI uri, @Nullable String template, String status,
		@Nullable Throwable error) {

	private static final String NONE = KeyValue.NONE_VALUE;

	String spanName() {
		return HttpNames.span(HttpNames.method(this.method), HttpNames.path(this.template));
	}

	KeyValues lowCardinality() {
		String path = HttpNames.path(this.template);
		return KeyValues.of("error.type", errorType(), "http.request.method", HttpNames.method(this.method),
				"http.response.status_code", this.status, "server.address",
				(this.uri != null && this.uri.getHost() != null) ? this.uri.getHost() : NONE, "server.port",
				(this.uri != null) ? HttpNames.port(this.uri) : NONE, "url.template", (path != null) ? path : NONE);
	}

	KeyValues highCardinality() {
		return KeyValues.of("url.full", (this.uri != null) ? HttpNames.withoutSecrets(this.uri) : NONE);
	}

	private String errorType() {
		if (this.error != null) {
			return this.error.getClass().getName();
		}
		return (this.status.startsWith("4") || this.status.startsWith("5")) ? this.status : NONE;
	}

}
