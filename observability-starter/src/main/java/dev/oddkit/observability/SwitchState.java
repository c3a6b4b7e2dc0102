package dev.oddkit.observability;

import java.util.List;

import dev.oddkit.observability.PropertyMapping.Lookup;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySources;

/**
 * Remembers the position of the switch until a property source comes or goes: every
 * mapped property asks for it.
 */
final class SwitchState {

	private final PropertySources sources;

	private final Lookup lookup;

	private volatile @Nullable Known known;

	SwitchState(PropertySources sources, Lookup lookup) {
		this.sources = sources;
		this.lookup = lookup;
	}

	boolean isOn() {
		Known last = this.known;
		if (last == null || !last.holdsFor(this.sources)) {
			last = new Known(this.sources.stream().toList(), ObservabilitySwitch.isOn(this.lookup));
			this.known = last;
		}
		return last.on();
	}

	/**
	 * The position of the switch, and the sources that it was read from.
	 */
	private record Known(List<PropertySource<?>> sources, boolean on) {

		boolean holdsFor(PropertySources current) {
			int i = 0;
			for (PropertySource<?> source : current) {
				if (i == this.sources.size() || this.sources.get(i) != source) {
					return false;
				}
				i++;
			}
			return i == this.sources.size();
		}

	}

}
