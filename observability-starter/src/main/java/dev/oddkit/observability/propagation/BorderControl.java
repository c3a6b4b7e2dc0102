package dev.oddkit.observability.propagation;

import java.util.Collection;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of one propagator: only baggage that is allowed leaves, and a format
 * that is merely accepted is read when no other brought a trace, and never written.
 */
class BorderControl implements TextMapPropagator {

	private final TextMapPropagator propagator;

	private final BaggageFields fields;

	private final boolean acceptedOnly;

	BorderControl(TextMapPropagator propagator, BaggageFields fields, boolean acceptedOnly) {
		this.propagator = propagator;
		this.fields = fields;
		this.acceptedOnly = acceptedOnly;
	}

	@Override
	public Collection<String> fields() {
		return this.propagator.fields();
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		if (!this.acceptedOnly) {
			this.propagator.inject(allowed(context), carrier, setter);
		}
	}

	private Context allowed(Context context) {
		Baggage baggage = Baggage.fromContext(context);
		if (baggage.isEmpty() || this.fields.allowAll()) {
			return context;
		}
		BaggageBuilder allowed = Baggage.builder();
		baggage.forEach((field, entry) -> {
			if (this.fields.allow(field)) {
				allowed.put(field, entry.getValue(), entry.getMetadata());
			}
		});
		return context.with(allowed.build());
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		boolean known = this.acceptedOnly && Span.fromContext(context).getSpanContext().isValid();
		return known ? context : this.propagator.extract(context, carrier, getter);
	}

	@Override
	public String toString() {
		return this.propagator.toString();
	}

}
