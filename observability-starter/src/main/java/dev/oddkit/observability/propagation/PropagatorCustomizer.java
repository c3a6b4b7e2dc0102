package dev.oddkit.observability.propagation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.oddkit.observability.PropertyMapping.Lookup;
import io.micrometer.tracing.otel.bridge.BaggageTaggingSpanProcessor;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/**
 * Puts the border control in front of each propagator of the SDK, in the order in which
 * it creates them, and lets the lists of Spring Boot take effect that its own propagator
 * would have read.
 */
class PropagatorCustomizer implements AutoConfigurationCustomizerProvider {

	private final BaggageFields fields;

	private final Lookup lookup;

	private final KnownFormats knownFormats;

	PropagatorCustomizer(BaggageFields fields, Lookup lookup, KnownFormats knownFormats) {
		this.fields = fields;
		this.lookup = lookup;
		this.knownFormats = knownFormats;
	}

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		Deque<String> names = new ArrayDeque<>(this.lookup.list(KnownFormats.PROPERTY));
		this.knownFormats.check(names);
		List<String> accepted = PropagationFormats.of(this.lookup).acceptedOf(names);
		customizer.addPropagatorCustomizer((propagator, config) -> {
			BorderControl control = new BorderControl(propagator, this.fields,
					accepted.contains(String.valueOf(names.poll())));
			return names.isEmpty() ? withHeaders(control) : control;
		});
		List<String> tags = this.lookup.list("management.tracing.baggage.tag-fields");
		if (!tags.isEmpty()) {
			customizer.addTracerProviderCustomizer(
					(builder, config) -> builder.addSpanProcessor(new BaggageTaggingSpanProcessor(tags)));
		}
	}

	private TextMapPropagator withHeaders(TextMapPropagator last) {
		return this.fields.headers().isEmpty() ? last
				: TextMapPropagator.composite(last, new FieldHeaders(this.fields.headers()));
	}

}
