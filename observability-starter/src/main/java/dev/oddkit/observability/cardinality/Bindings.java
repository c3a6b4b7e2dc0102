package dev.oddkit.observability.cardinality;

import java.util.function.Function;

import dev.oddkit.observability.cardinality.BoundSeries.OfDouble;
import dev.oddkit.observability.cardinality.BoundSeries.OfLong;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.incubator.metrics.ExtendedDoubleCounter;
import io.opentelemetry.api.incubator.metrics.ExtendedDoubleHistogram;
import io.opentelemetry.api.incubator.metrics.ExtendedDoubleUpDownCounter;
import io.opentelemetry.api.incubator.metrics.ExtendedLongCounter;
import io.opentelemetry.api.incubator.metrics.ExtendedLongHistogram;
import io.opentelemetry.api.incubator.metrics.ExtendedLongUpDownCounter;
import io.opentelemetry.api.metrics.DoubleCounter;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleUpDownCounter;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * How the instruments of the SDK bind attributes, which is incubating: without it there
 * is {@code null}.
 */
final class Bindings {

	private static final boolean PRESENT = ClassUtils
		.isPresent("io.opentelemetry.api.incubator.metrics.BoundLongCounter", Bindings.class.getClassLoader());

	private Bindings() {
	}

	static @Nullable Function<Attributes, OfLong> of(LongCounter sdk) {
		return (PRESENT && sdk instanceof ExtendedLongCounter it) ? inRoot((attributes) -> it.bind(attributes)::add)
				: null;
	}

	static @Nullable Function<Attributes, OfLong> of(LongUpDownCounter sdk) {
		return (PRESENT && sdk instanceof ExtendedLongUpDownCounter it)
				? inRoot((attributes) -> it.bind(attributes)::add) : null;
	}

	static @Nullable Function<Attributes, OfLong> of(LongHistogram sdk) {
		return (PRESENT && sdk instanceof ExtendedLongHistogram it)
				? inRoot((attributes) -> it.bind(attributes)::record) : null;
	}

	static @Nullable Function<Attributes, OfDouble> of(DoubleCounter sdk) {
		return (PRESENT && sdk instanceof ExtendedDoubleCounter it) ? inRoot((attributes) -> it.bind(attributes)::add)
				: null;
	}

	static @Nullable Function<Attributes, OfDouble> of(DoubleUpDownCounter sdk) {
		return (PRESENT && sdk instanceof ExtendedDoubleUpDownCounter it)
				? inRoot((attributes) -> it.bind(attributes)::add) : null;
	}

	static @Nullable Function<Attributes, OfDouble> of(DoubleHistogram sdk) {
		return (PRESENT && sdk instanceof ExtendedDoubleHistogram it)
				? inRoot((attributes) -> it.bind(attributes)::record) : null;
	}

	/**
	 * Bind without the baggage of the moment, which a View might add for ever.
	 */
	private static <S> Function<Attributes, S> inRoot(Function<Attributes, S> bind) {
		return (attributes) -> {
			try (Scope scope = Context.root().makeCurrent()) {
				return bind.apply(attributes);
			}
		};
	}

}
