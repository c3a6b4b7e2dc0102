package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;

/**
 * Asks the limit for every label of every meter. The key stays, only the value changes: a
 * series without the key beside one with it would make every sum wrong.
 */
class LabelLimitFilter implements MeterFilter {

	private final LabelLimit limit;

	LabelLimitFilter(LabelLimit limit) {
		this.limit = limit;
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		List<Tag> folded = null;
		List<Tag> tags = id.getTags();
		for (int i = 0; i < tags.size(); i++) {
			Tag tag = tags.get(i);
			String value = this.limit.admit(id.getName(), tag.getKey(), tag.getValue());
			if (value != tag.getValue()) {
				folded = (folded != null) ? folded : new ArrayList<>(tags);
				folded.set(i, Tag.of(tag.getKey(), value));
			}
		}
		return (folded != null) ? id.replaceTags(folded) : id;
	}

}
