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

	/**
	 * A bit for each registry where the id belongs to plain meters of its type.
	 */
	private volatile long plain;

	/**
	 * A bit for each registry where a function or a meter of the user's own has it.
	 */
	private volatile long taken;

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

	boolean isPlain(long registry) {
		return (this.plain & registry) != 0;
	}

	synchronized void makePlain(long registry) {
		this.plain |= registry;
	}

	boolean isTaken(long registry) {
		return (this.taken & registry) != 0;
	}

	synchronized void take(long registry) {
		this.taken |= registry;
	}

	synchronized void free(long registry) {
		this.plain &= ~registry;
		this.taken &= ~registry;
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
