package dev.oddkit.observability.sdk;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;

/**
 * Matches when the OpenTelemetry starter builds the SDK, from properties or from a
 * declarative configuration.
 */
class OnSdkOfTheStarter extends AnyNestedCondition {

	OnSdkOfTheStarter() {
		super(ConfigurationPhase.REGISTER_BEAN);
	}

	@ConditionalOnBean(AutoConfiguredOpenTelemetrySdk.class)
	static class FromProperties {

	}

	@ConditionalOnBean(type = DeclarativeNotice.MODEL)
	static class Declarative {

	}

}
