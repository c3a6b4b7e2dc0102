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

	/**
	 * How often in an epoch somebody may look who calls; the race between threads is
	 * harmless.
	 */
	private static final int LOOKS = 16;

	private final int hash;

	private final Tag[] tags;

	private int looks;

	private int lookedIn;

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

	boolean takeLook(int epoch) {
		if (this.lookedIn != epoch) {
			this.lookedIn = epoch;
			this.looks = 0;
		}
		return this.looks < LOOKS && this.looks++ < LOOKS;
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
