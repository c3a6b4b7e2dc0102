package dev.oddkit.observability.cardinality;

import java.util.Set;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Whom the folded ids of one registry belong to: to plain meters for ever, or to a
 * function, gauge or meter of the user's own that has these very labels. Who decides
 * holds the lock of this object, since two that decide at once could meet in the
 * registry.
 */
class FoldedIds {

	private static final String SUM = CardinalityMeters.PREFIX + "sum.";

	private final MeterRegistry registry;

	private final long bit;

	private final Set<Meter.Id> moving;

	private volatile @Nullable GuardedId registering;

	/**
	 * Create the ids.
	 * @param registry the registry
	 * @param number its number among those of the application; from 64 on they share one
	 * @param moving the functions that are on their way to a sum, of all registries
	 */
	FoldedIds(MeterRegistry registry, int number, Set<Meter.Id> moving) {
		this.registry = registry;
		this.bit = 1L << Math.min(number, Long.SIZE - 1);
		this.moving = moving;
	}

	void moves(Meter.Id function) {
		this.moving.add(function);
	}

	boolean isMoving(Meter.Id function) {
		return this.moving.contains(function);
	}

	void moved(Meter.Id function) {
		this.moving.remove(function);
	}

	/**
	 * Register under a folded id. Under another name, because the registry remembers the
	 * id as it was given and asks no filter for it again: whoever gives the very labels
	 * of the sum, for a meter of another type, would meet the sum.
	 * @param folded the id
	 * @param registration registers under a name
	 * @return what was registered
	 */
	synchronized <M extends Meter> M register(GuardedId folded, Function<String, M> registration) {
		this.registering = folded;
		try {
			return registration.apply(SUM + folded.getName());
		}
		finally {
			this.registering = null;
		}
	}

	/**
	 * Return the id that is registered by {@link #register}, once.
	 */
	@Nullable GuardedId registering() {
		GuardedId folded = this.registering;
		if (folded == null || !Thread.holdsLock(this)) {
			return null;
		}
		this.registering = null;
		return folded;
	}

	boolean isPlain(GuardedId folded) {
		return folded.isPlain(this.bit);
	}

	/**
	 * Give an id to plain meters.
	 * @param folded the id
	 * @return whether they can have it
	 */
	synchronized boolean makePlain(GuardedId folded) {
		Meter present = meter(folded);
		boolean free = isPlain(folded) || ((present != null) ? isPlain(present, folded) : !folded.isTaken(this.bit));
		if (free) {
			folded.makePlain(this.bit);
		}
		return free;
	}

	private static boolean isPlain(Meter present, GuardedId folded) {
		return switch (folded.getType()) {
			case COUNTER -> present instanceof Counter;
			case TIMER -> present instanceof Timer;
			default -> present instanceof DistributionSummary;
		};
	}

	/**
	 * Give an id to a function, a gauge or a meter of the user's own.
	 * @param folded the id
	 * @return whether it was free
	 */
	synchronized boolean take(GuardedId folded) {
		if (isPlain(folded) || meter(folded) != null) {
			return false;
		}
		folded.take(this.bit);
		return true;
	}

	synchronized boolean isFree(GuardedId folded) {
		return !isPlain(folded) && !folded.isTaken(this.bit) && meter(folded) == null;
	}

	void free(GuardedId folded) {
		folded.free(this.bit);
	}

	/**
	 * Return the meter that has an id.
	 * @param folded the id
	 * @return the meter, or {@code null} if there is none
	 */
	@Nullable Meter meter(GuardedId folded) {
		for (Meter candidate : this.registry.getMeters()) {
			if (candidate.getId().equals(folded)) {
				return candidate;
			}
		}
		return null;
	}

}
