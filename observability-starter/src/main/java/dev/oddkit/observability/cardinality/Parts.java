package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

/**
 * What a meter of a composite is in the registries below it.
 */
final class Parts {

	/**
	 * Registries whose meters do not know what they counted, or count no more once they
	 * were removed.
	 */
	private static final Set<String> UNREADABLE = Set.of("OpenTelemetryMeterRegistry", "StatsdMeterRegistry");

	private Parts() {
	}

	/**
	 * Return whether the meters of a registry can say what they counted, whether or not
	 * they are registered.
	 */
	static boolean isReadable(MeterRegistry registry) {
		if (registry instanceof CompositeMeterRegistry composite) {
			return leaves(composite).allMatch(Parts::isReadable);
		}
		return !UNREADABLE.contains(registry.getClass().getSimpleName());
	}

	/**
	 * Return the meters that can say what a meter counted. A composite asks any of its
	 * registries, also one that cannot.
	 * @param registry the registry that has the meter
	 * @param meter the meter
	 * @param index finds what registries have
	 * @return the meter, or what it is in the registries of a composite
	 */
	static Stream<Meter> readable(MeterRegistry registry, Meter meter, MeterIndex index) {
		if (registry instanceof CompositeMeterRegistry composite) {
			return leaves(composite).filter(Parts::isReadable)
				.flatMap((leaf) -> Stream.ofNullable(index.find(leaf, meter.getId())));
		}
		return isReadable(registry) ? Stream.of(meter) : Stream.empty();
	}

	/**
	 * Return the registries that record for a composite, once each, also those below a
	 * composite in it.
	 */
	static Stream<MeterRegistry> leaves(CompositeMeterRegistry composite) {
		return composite.getRegistries()
			.stream()
			.flatMap((child) -> (child instanceof CompositeMeterRegistry below) ? leaves(below) : Stream.of(child))
			.distinct();
	}

	/**
	 * Return the meters that count all their life. Those that count in steps show late
	 * what the others have shown, and are asked only if there are no others.
	 */
	static List<Meter> lasting(List<Meter> parts) {
		List<Meter> lasting = parts.stream().filter((part) -> !countsInSteps(part)).toList();
		return lasting.isEmpty() ? parts : lasting;
	}

	/**
	 * Return who can say what a function counts. A composite asks it itself for a counter
	 * and any of its registries for a timer.
	 */
	static Meter function(MeterRegistry registry, Meter function) {
		if (function instanceof FunctionTimer) {
			List<Meter> parts = readable(registry, function, new MeterIndex()).toList();
			return lasting(parts).stream().findFirst().orElse(function);
		}
		return function;
	}

	/**
	 * Return whether a meter begins anew with each step and shows the last one.
	 */
	static boolean countsInSteps(Meter meter) {
		return meter.getClass().getSimpleName().contains("Step");
	}

	/**
	 * Return whether a child of a composite has no meter of the same labels. A filter of
	 * the user merged it with others there; removing one would remove them all.
	 */
	static boolean isMerged(MeterRegistry registry, Meter meter, MeterIndex index) {
		return registry instanceof CompositeMeterRegistry composite
				&& leaves(composite).anyMatch((leaf) -> index.find(leaf, meter.getId()) == null);
	}

}
