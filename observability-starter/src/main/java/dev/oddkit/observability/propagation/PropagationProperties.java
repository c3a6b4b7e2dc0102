package dev.oddkit.observability.propagation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the context that crosses process boundaries.
 *
 * @param formats Comma-separated list of header formats, by the names of the SDK.
 * @param response What a caller is told.
 */
@ConfigurationProperties("observability.propagation")
record PropagationProperties(@DefaultValue("tracecontext,baggage") List<String> formats,
		@DefaultValue Response response) {

	/**
	 * What a caller is told.
	 *
	 * @param header Name of the response header with the trace id; without a name neither
	 * header nor problem detail carries it.
	 */
	record Response(@Nullable String header) {

	}

}
