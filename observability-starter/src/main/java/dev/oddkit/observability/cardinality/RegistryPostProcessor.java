package dev.oddkit.observability.cardinality;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Guards every registry bean after Spring Boot has added the user's filters and before
 * anything is registered: what a filter of the user replaces is not limited before.
 */
class RegistryPostProcessor implements BeanPostProcessor, SmartInitializingSingleton {

	private final ObjectProvider<GuardedRegistries> registries;

	private final ObjectProvider<InstrumentGuards> instruments;

	private volatile boolean started;

	RegistryPostProcessor(ObjectProvider<GuardedRegistries> registries, ObjectProvider<InstrumentGuards> instruments) {
		this.registries = registries;
		this.instruments = instruments;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof MeterRegistry registry) {
			this.registries.getObject().guard(registry);
		}
		return (bean instanceof OpenTelemetry openTelemetry)
				? GuardedApi.guard(openTelemetry, this.instruments.getObject()) : bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.started = true;
	}

	/**
	 * Guard a registry that is made after the start; Boot binds its meters at once.
	 * @param registry the registry
	 */
	void customize(MeterRegistry registry) {
		if (this.started) {
			this.registries.getObject().guard(registry);
		}
	}

}
