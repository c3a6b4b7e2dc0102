package dev.oddkit.observability.propagation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the context that crosses borders of processes and threads.
 *
 * @param formats Comma-separated list of the header formats that are read and written:
 * tracecontext, baggage, b3, b3multi, jaeger, ottrace, or none; further ones by the name
 * of their propagator on the class path, such as xray.
 * @param acceptedFormats Comma-separated list of formats that are only read, when a
 * request has none of the others; for the time in which callers change over.
 * @param response What a caller is told.
 * @param baggage Which baggage leaves the service.
 * @param clients Which HTTP clients send context.
 * @param executors Which threads carry context.
 */
@ConfigurationProperties("observability.propagation")
record PropagationProperties(@DefaultValue("tracecontext,baggage") List<String> formats,
		@DefaultValue List<String> acceptedFormats, @DefaultValue Response response, @DefaultValue Baggage baggage,
		@DefaultValue Clients clients, @DefaultValue Executors executors) {

	/**
	 * What a caller is told.
	 *
	 * @param header Name of the response header with the trace id; without a name neither
	 * header nor problem detail carries it.
	 */
	record Response(@Nullable String header) {

	}

	/**
	 * Which baggage leaves the service.
	 *
	 * @param fields Comma-separated list of the baggage fields that are passed on to
	 * other services and written to the MDC; an asterisk passes all of them on, and
	 * writes none.
	 */
	record Baggage(@DefaultValue List<String> fields) {

	}

	/**
	 * Which HTTP clients send context.
	 *
	 * @param enabled Whether RestTemplate, RestClient and WebClient are observed and send
	 * the context though they were made without Spring Boot's builders, and those that
	 * cannot are named.
	 */
	record Clients(@DefaultValue("true") boolean enabled) {

	}

	/**
	 * Which threads carry context.
	 *
	 * @param enabled Whether every executor bean carries the context of the one that
	 * submits a task.
	 */
	record Executors(@DefaultValue("true") boolean enabled) {

	}

}
