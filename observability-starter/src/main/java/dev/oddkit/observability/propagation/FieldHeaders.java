package dev.oddkit.observability.propagation;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import org.jspecify.annotations.Nullable;

/**
 * Sends and reads each field of {@code management.tracing.baggage.remote-fields} as a
 * header of its own name, as Spring Boot does. Values that do not fit into a header of
 * the W3C's size are left out.
 */
class FieldHeaders implements TextMapPropagator {

	private static final int MAX_LENGTH = 8192;

	private final List<String> fields;

	FieldHeaders(List<String> fields) {
		this.fields = fields;
	}

	@Override
	public Collection<String> fields() {
		return this.fields;
	}

	@Override
	public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
		Baggage baggage = Baggage.fromContext(context);
		for (String field : this.fields) {
			String value = baggage.getEntryValue(field);
			if (value != null && value.length() <= MAX_LENGTH) {
				setter.set(carrier, field, value);
			}
		}
	}

	@Override
	public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
		BaggageBuilder baggage = Baggage.fromContext(context).toBuilder();
		boolean found = false;
		for (String field : this.fields) {
			String value = getter.get(carrier, field);
			if (value != null && value.length() <= MAX_LENGTH) {
				baggage.put(field, value);
				found = true;
			}
		}
		return found ? context.with(baggage.build()) : context;
	}

}
