package dev.oddkit.observability.cardinality;

import java.util.List;

import dev.oddkit.observability.cardinality.core.Labels;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;

/**
 * The tags of a Micrometer id as the core sees them.
 *
 * @param tags the tags, sorted by key
 */
record TagLabels(List<Tag> tags) implements Labels {

	static TagLabels of(Meter.Id id) {
		return new TagLabels(id.getTags());
	}

	@Override
	public int size() {
		return this.tags.size();
	}

	@Override
	public String key(int index) {
		return this.tags.get(index).getKey();
	}

	@Override
	public String value(int index) {
		return this.tags.get(index).getValue();
	}

}
