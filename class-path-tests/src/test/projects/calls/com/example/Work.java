package com.example;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

import org.springframework.stereotype.Component;

/**
 * Work that is instrumented with both APIs: an observation, and a span of OpenTelemetry's
 * within.
 */
@Component
class Work {

	private final ObservationRegistry observations;

	private final OpenTelemetry openTelemetry;

	Work(ObservationRegistry observations, OpenTelemetry openTelemetry) {
		this.observations = observations;
		this.openTelemetry = openTelemetry;
	}

	void of(String name, Runnable work) {
		Observation.createNotStarted(name, this.observations).observe(() -> {
			Span step = this.openTelemetry.getTracer("example").spanBuilder("step").startSpan();
			try (Scope scope = step.makeCurrent()) {
				work.run();
			}
			finally {
				step.end();
			}
		});
	}

}
