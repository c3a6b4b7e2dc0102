package dev.oddkit.observability.naming;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.lettuce.core.tracing.LettuceObservationContext;
import io.lettuce.core.tracing.LettuceObservationConvention;
import io.micrometer.common.KeyValues;

/**
 * Names commands of Lettuce by OpenTelemetry's stable database conventions. Their
 * arguments are never told.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/redis/">Redis</a>
 */
class RedisConvention implements LettuceObservationConvention {

	/**
	 * What an endpoint says of itself, unless it is a socket in the file system. Its type
	 * is not public.
	 */
	private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d+)");

	@Override
	public String getContextualName(LettuceObservationContext context) {
		return operation(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(LettuceObservationContext context) {
		KeyValues keyValues = KeyValues.of("db.system.name", "redis", "db.operation.name", operation(context));
		Matcher server = HOST_AND_PORT.matcher(context.getRequiredEndpoint().toString());
		return server.matches() ? keyValues.and("server.address", server.group(1), "server.port", server.group(2))
				: keyValues.and("server.address", context.getRequiredEndpoint().toString());
	}

	@Override
	public boolean includeCommandArgsInSpanTags() {
		return false;
	}

	private static String operation(LettuceObservationContext context) {
		return context.getRequiredCommand().getType().toString();
	}

}
