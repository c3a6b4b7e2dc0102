package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The meters that registries have at one moment, by their labels. A registry itself can
 * only be searched through: for each of thousands of meters that would keep a processor
 * busy from one epoch to the next.
 */
class MeterIndex {

	private final Map<MeterRegistry, Registered> registries = new HashMap<>();

	/**
	 * Return the meter of a name and its labels. The registry may have added some to all
	 * of its meters, so that the one with the fewest more is meant.
	 * @param registry the registry, whose meters are read when it is asked first
	 * @param id the name and the labels
	 * @return the meter, or {@code null} if there is none
	 */
	@Nullable Meter find(MeterRegistry registry, Meter.Id id) {
		return this.registries.computeIfAbsent(registry, Registered::new).find(id);
	}

	/**
	 * The meters of one registry.
	 */
	private static final class Registered {

		private final Map<String, List<Meter>> named;

		/**
		 * By name and keys, then by the values of these keys.
		 */
		private final Map<List<Object>, Map<List<String>, Meter>> labelled = new HashMap<>();

		Registered(MeterRegistry registry) {
			this.named = registry.getMeters()
				.stream()
				.collect(Collectors.groupingBy((meter) -> meter.getId().getName()));
		}

		@Nullable Meter find(Meter.Id id) {
			Set<String> keys = new HashSet<>();
			List<String> values = new ArrayList<>();
			for (Tag tag : id.getTagsAsIterable()) {
				keys.add(tag.getKey());
				values.add(tag.getValue());
			}
			return this.labelled.computeIfAbsent(List.of(id.getName(), keys), (key) -> label(id.getName(), keys))
				.get(values);
		}

		private Map<List<String>, Meter> label(String name, Set<String> keys) {
			Map<List<String>, Meter> meters = new HashMap<>();
			for (Meter meter : this.named.getOrDefault(name, List.of())) {
				List<String> values = new ArrayList<>();
				for (Tag tag : meter.getId().getTagsAsIterable()) {
					if (keys.contains(tag.getKey())) {
						values.add(tag.getValue());
					}
				}
				if (values.size() == keys.size()) {
					meters.merge(values, meter, Registered::withFewerLabels);
				}
			}
			return meters;
		}

		private static Meter withFewerLabels(Meter one, Meter other) {
			return (one.getId().getTags().size() <= other.getId().getTags().size()) ? one : other;
		}

	}

}
