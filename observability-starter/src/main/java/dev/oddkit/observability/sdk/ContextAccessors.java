package dev.oddkit.observability.sdk;

import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.contextpropagation.ObservationAwareBaggageThreadLocalAccessor;
import io.micrometer.tracing.contextpropagation.ObservationAwareSpanThreadLocalAccessor;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Carries spans and baggage that are not an Observation's to other threads: Micrometer
 * ships the accessors, nobody registers them. They leave with the application context.
 */
class ContextAccessors implements SmartInitializingSingleton, DisposableBean {

	private final ObjectProvider<ObservationRegistry> observationRegistry;

	private final ObjectProvider<Tracer> tracer;

	ContextAccessors(ObjectProvider<ObservationRegistry> observationRegistry, ObjectProvider<Tracer> tracer) {
		this.observationRegistry = observationRegistry;
		this.tracer = tracer;
	}

	@Override
	public void afterSingletonsInstantiated() {
		ObservationRegistry observations = this.observationRegistry.getIfUnique();
		Tracer spans = this.tracer.getIfUnique();
		if (observations != null && spans != null) {
			ContextRegistry.getInstance()
				.registerThreadLocalAccessor(new ObservationAwareSpanThreadLocalAccessor(observations, spans))
				.registerThreadLocalAccessor(new ObservationAwareBaggageThreadLocalAccessor(observations, spans));
		}
	}

	@Override
	public void destroy() {
		ContextRegistry registry = ContextRegistry.getInstance();
		registry.removeThreadLocalAccessor(ObservationAwareSpanThreadLocalAccessor.KEY);
		registry.removeThreadLocalAccessor(ObservationAwareBaggageThreadLocalAccessor.KEY);
	}

}
