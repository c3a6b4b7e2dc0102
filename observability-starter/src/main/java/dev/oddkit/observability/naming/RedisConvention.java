package dev.oddkit.observability.naming;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.tracing.LettuceObservationContext;
import io.lettuce.core.tracing.LettuceObservationConvention;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * Names commands of Lettuce by OpenTelemetry's stable database conventions, so that their
 * durations are one metric with those of every other database. Their arguments are never
 * told.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/redis/">Redis</a>
 */
class RedisConvention implements LettuceObservationConvention {

	static final String DURATION = "db.client.operation.duration";

	/**
	 * What an endpoint says of itself, unless it is a socket in the file system. Its type
	 * is not public.
	 */
	private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d+)");

	/**
	 * How an error reply begins, for example {@code WRONGTYPE}.
	 */
	private static final Pattern ERROR_PREFIX = Pattern.compile("[A-Z]{1,20}(?= |$)");

	private static final String OTHER = "_OTHER";

	@Override
	public String getName() {
		return DURATION;
	}

	@Override
	public String getContextualName(LettuceObservationContext context) {
		return operation(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(LettuceObservationContext context) {
		KeyValues keyValues = KeyValues.of("db.system.name", "redis", "db.operation.name", operation(context));
		Matcher server = HOST_AND_PORT.matcher(context.getRequiredEndpoint().toString());
		keyValues = server.matches() ? keyValues.and("server.address", server.group(1), "server.port", server.group(2))
				: keyValues.and("server.address", context.getRequiredEndpoint().toString());
		String error = error(context);
		return (error != null) ? keyValues.and("error.type", error) : keyValues;
	}

	@Override
	public boolean includeCommandArgsInSpanTags() {
		return false;
	}

	private static String operation(LettuceObservationContext context) {
		return context.getRequiredCommand().getType().toString();
	}

	private static @Nullable String error(LettuceObservationContext context) {
		CommandOutput<?, ?, ?> output = context.getRequiredCommand().getOutput();
		if (output != null && output.getError() != null) {
			Matcher prefix = ERROR_PREFIX.matcher(output.getError());
			return prefix.lookingAt() ? prefix.group() : OTHER;
		}
		Throwable error = context.getError();
		return (error != null) ? error.getClass().getName() : null;
	}

}
