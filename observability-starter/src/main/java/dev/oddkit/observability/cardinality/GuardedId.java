package dev.oddkit.observability.cardinality;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * The id of a series whose labels are not those that were given. There is one instance
 * for each such series, so that the registry finds its meter by identity, and its hash is
 * computed once: folding costs no more than a hit.
 */
class GuardedId extends Meter.Id {

	private final int hash;

	private final Tag[] tags;

	GuardedId(String name, Tags tags, Meter.Id given) {
		super(name, tags, given.getBaseUnit(), given.getDescription(), given.getType());
		this.hash = super.hashCode();
		this.tags = tags.stream().toArray(Tag[]::new);
	}

	/**
	 * Return whether a label has its own value here.
	 */
	boolean has(Tag given) {
		for (Tag tag : this.tags) {
			if (tag.getKey().equals(given.getKey())) {
				return tag.getValue().equals(given.getValue());
			}
		}
		return false;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || super.equals(other);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

}
