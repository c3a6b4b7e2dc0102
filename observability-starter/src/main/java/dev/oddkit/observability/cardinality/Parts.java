package dev.oddkit.observability.cardinality;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.jspecify.annotations.Nullable;

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
			return composite.getRegistries().stream().allMatch(Parts::isReadable);
		}
		return !UNREADABLE.contains(registry.getClass().getSimpleName());
	}

	/**
	 * Return the meters that can say what a meter counted. A composite asks any of its
	 * registries, also one that cannot.
	 * @param registry the registry that has the meter
	 * @param meter the meter
	 * @return the meter, or what it is in the registries of a composite
	 */
	static Stream<Meter> readable(MeterRegistry registry, Meter meter) {
		if (registry instanceof CompositeMeterRegistry composite) {
			return composite.getRegistries().stream().flatMap((child) -> {
				Meter part = find(child, meter.getId());
				return (part != null) ? readable(child, part) : Stream.empty();
			});
		}
		return isReadable(registry) ? Stream.of(meter) : Stream.empty();
	}

	/**
	 * Return whether a child of a composite has no meter of the same labels. A filter of
	 * the user merged it with others there; removing one would remove them all.
	 */
	static boolean isMerged(MeterRegistry registry, Meter meter) {
		return registry instanceof CompositeMeterRegistry composite
				&& composite.getRegistries().stream().anyMatch((child) -> find(child, meter.getId()) == null);
	}

	/**
	 * Return the meter of these labels; a registry may have added some to all meters.
	 */
	private static @Nullable Meter find(MeterRegistry registry, Meter.Id id) {
		return registry.find(id.getName())
			.tags(id.getTagsAsIterable())
			.meters()
			.stream()
			.min(Comparator.comparingInt((meter) -> meter.getId().getTags().size()))
			.orElse(null);
	}

}
