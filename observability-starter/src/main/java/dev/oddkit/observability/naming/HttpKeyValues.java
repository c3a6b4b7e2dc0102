package dev.oddkit.observability.naming;

import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of HTTP observations what OpenTelemetry's conventions do not know: the
 * outcome, and placeholders for values that are not there. Adds the one that Spring
 * forgets: a server error without an exception has its status as {@code error.type}. A
 * mistake of the caller is no error of the server.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration">
 * http.server.request.duration</a>
 */
class HttpKeyValues implements ObservationFilter {

	static final String SERVER = "http.server.request.duration";

	static final String CLIENT = "http.client.request.duration";

	private static final Set<String> PLACEHOLDERS = Set.of(KeyValue.NONE_VALUE, "UNKNOWN", "NOT_FOUND", "REDIRECTION");

	private static final String ERROR = "error.type";

	private static final String STATUS = "http.response.status_code";

	private static final String METHOD = "http.request.method";

	@Override
	public Observation.Context map(Observation.Context context) {
		if (SERVER.equals(context.getName()) || CLIENT.equals(context.getName())) {
			clean(context);
		}
		return context;
	}

	private static void clean(Observation.Context context) {
		context.removeLowCardinalityKeyValue("outcome");
		for (String key : new String[] { ERROR, STATUS, "http.route", "url.template", "server.address", "server.port",
				"url.scheme" }) {
			if (PLACEHOLDERS.contains(value(context, key))) {
				context.removeLowCardinalityKeyValue(key);
			}
		}
		KeyValue original = context.getHighCardinalityKeyValue("http.request.method_original");
		if (original != null && original.getValue().equals(value(context, METHOD))) {
			context.removeHighCardinalityKeyValue(original.getKey());
		}
		String status = value(context, STATUS);
		if (status.startsWith("4") && SERVER.equals(context.getName())) {
			context.removeLowCardinalityKeyValue(ERROR);
		}
		else if (status.startsWith("5") && context.getLowCardinalityKeyValue(ERROR) == null) {
			context.addLowCardinalityKeyValue(KeyValue.of(ERROR, status));
		}
	}

	private static String value(Observation.Context context, String key) {
		@Nullable KeyValue keyValue = context.getLowCardinalityKeyValue(key);
		return (keyValue != null) ? keyValue.getValue() : "";
	}

}
