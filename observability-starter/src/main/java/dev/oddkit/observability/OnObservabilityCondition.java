package dev.oddkit.observability;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Asks {@link ObservabilitySwitch} and writes the answer into the condition report.
 */
class OnObservabilityCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		boolean on = ObservabilitySwitch.isOn(context.getEnvironment()::getProperty);
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnObservability.class);
		return new ConditionOutcome(on, message.because(on ? "observability is on" : "observability is switched off"));
	}

}
