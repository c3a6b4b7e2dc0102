package dev.oddkit.observability.sdk;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.Assert;

/**
 * Remembers the SDK as it was built, before others put something in front of the bean.
 */
class BuiltSdk implements BeanPostProcessor {

	private @Nullable OpenTelemetrySdk sdk;

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof OpenTelemetrySdk built) {
			this.sdk = built;
		}
		return bean;
	}

	OpenTelemetrySdk get() {
		Assert.state(this.sdk != null, "The SDK is not built yet");
		return this.sdk;
	}

}
