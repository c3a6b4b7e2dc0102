package dev.oddkit.observability.naming;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;

import org.springframework.scheduling.support.DefaultScheduledTaskObservationConvention;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;

/**
 * Names the method of a scheduled task as OpenTelemetry's stable conventions do. One of
 * the application comes first.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/registry/attributes/code/">Code</a>
 */
class ScheduledTaskConvention extends DefaultScheduledTaskObservationConvention
		implements GlobalObservationConvention<ScheduledTaskObservationContext> {

	@Override
	public KeyValues getLowCardinalityKeyValues(ScheduledTaskObservationContext context) {
		String function = codeNamespace(context).getValue() + "." + codeFunction(context).getValue();
		return KeyValues.of(KeyValue.of("code.function.name", function), exception(context), outcome(context));
	}

}
