package dev.oddkit.observability;

import java.util.Set;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.tracing.Span;

/**
 * Writes the key values of an Observation to its span. Micrometer knows text only; what
 * OpenTelemetry's conventions define as a number becomes one, because backends compare
 * {@code http.response.status_code >= 500} with numbers and find no text.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/registry/attributes/">Attribute
 * registry</a>
 */
public final class SemanticTags {

	/**
	 * The attributes of the type {@code int} that somebody makes with an Observation.
	 */
	private static final Set<String> NUMBERS = Set.of("http.response.status_code", "http.request.resend_count",
			"http.request.body.size", "http.response.body.size", "server.port", "client.port", "network.peer.port",
			"network.local.port", "rpc.grpc.status_code", "db.response.returned_rows", "db.operation.batch.size",
			"messaging.batch.message_count", "messaging.message.body.size", "messaging.message.envelope.size",
			"messaging.kafka.offset", "messaging.kafka.message.offset", "messaging.rabbitmq.message.delivery_tag",
			"gen_ai.request.max_tokens", "gen_ai.request.top_k", "gen_ai.usage.input_tokens",
			"gen_ai.usage.output_tokens");

	private static final int LONGEST = 18;

	private SemanticTags() {
	}

	/**
	 * Write all key values.
	 * @param context the context of the observation
	 * @param span its span
	 */
	public static void write(Observation.Context context, Span span) {
		for (KeyValue keyValue : context.getAllKeyValues()) {
			String key = keyValue.getKey();
			String value = keyValue.getValue();
			if (key.equalsIgnoreCase("error")) {
				// As Micrometer does
				span.error(new RuntimeException(value));
			}
			else if (NUMBERS.contains(key) && isNumber(value)) {
				span.tag(key, Long.parseLong(value));
			}
			else {
				span.tag(key, value);
			}
		}
	}

	private static boolean isNumber(String value) {
		if (value.isEmpty() || value.length() > LONGEST) {
			return false;
		}
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) < '0' || value.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
