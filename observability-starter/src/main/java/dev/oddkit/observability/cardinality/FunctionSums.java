package dev.oddkit.observability.cardinality;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Sums the functions of function-backed meters that have no series of their own. The
 * registry alone sees a function, while it makes the meter: so it makes it, and we take
 * it out again, at the latest at the end of the epoch, and add what it counts to the sum.
 */
class FunctionSums {

	private static final int MOST = 10_000;

	/**
	 * What a function is called meanwhile whose id another meter may have.
	 */
	private static final String MEANWHILE = CardinalityMeters.PREFIX + "function";

	private final MeterRegistry registry;

	private final FoldedIds ids;

	private final Function<Meter.Id, Meter> plain;

	private final Set<String> names = ConcurrentHashMap.newKeySet();

	private final Map<Meter.Id, Expected> expected = new ConcurrentHashMap<>();

	private final Queue<Meter> made = new ConcurrentLinkedQueue<>();

	private final Map<Meter.Id, FunctionSum> sums = new ConcurrentHashMap<>();

	private final Set<Meter.Id> summed = ConcurrentHashMap.newKeySet();

	private final LongAdder refused = new LongAdder();

	/**
	 * Create the sums of a registry.
	 * @param registry the registry
	 * @param ids whom its folded ids belong to
	 * @param plain registers a plain counter or timer
	 */
	FunctionSums(MeterRegistry registry, FoldedIds ids, Function<Meter.Id, Meter> plain) {
		this.registry = registry;
		this.ids = ids;
		this.plain = plain;
	}

	boolean has(String name) {
		return this.names.contains(name);
	}

	/**
	 * Return whether a function is part of a sum already.
	 */
	boolean isSummed(Meter.Id given) {
		return !this.summed.isEmpty() && this.summed.contains(given);
	}

	/**
	 * Let the registry make a meter that is to be summed.
	 * @param given the id as it was given
	 * @param folded the id of the sum
	 * @return the id under which to register now, or {@code null} for none: it is summed
	 * already, or there are too many
	 */
	Meter.@Nullable Id add(Meter.Id given, GuardedId folded) {
		synchronized (this.ids) {
			settle();
			return addNew(given, folded);
		}
	}

	private Meter.@Nullable Id addNew(Meter.Id given, GuardedId folded) {
		if (this.summed.contains(given)) {
			return null;
		}
		if (this.summed.size() >= MOST) {
			this.refused.increment();
			return null;
		}
		this.summed.add(given);
		boolean free = given.getName().equals(folded.getName()) && !given.equals(folded);
		Meter.Id id = free ? given : meanwhile(given);
		this.ids.moves(id);
		this.expected.put(id, new Expected(folded, false));
		return id;
	}

	private Meter.Id meanwhile(Meter.Id given) {
		Tags number = Tags.of("function", String.valueOf(this.summed.size()));
		return new Meter.Id(MEANWHILE, number, given.getBaseUnit(), given.getDescription(), given.getType());
	}

	/**
	 * Let the registry make what a composite is going to move: it takes it out of here as
	 * well.
	 * @param given the id as it was given
	 * @param folded the id of the sum
	 * @return the id under which to register now, or {@code null} for none
	 */
	Meter.@Nullable Id addCopy(Meter.Id given, GuardedId folded) {
		return this.ids.isMoving(given) ? given : add(given, folded);
	}

	/**
	 * Let the registry make a meter whose labels are those of the sum, as it is or to be
	 * summed if something else has the id, or nothing if it is part of a sum already.
	 * @param folded the id of the sum
	 * @return the id under which to register now, or {@code null} for none
	 */
	Meter.@Nullable Id addOwn(GuardedId folded) {
		Meter present = this.ids.meter(folded);
		boolean own = !isSummed(folded)
				&& ((present != null) ? isFunction(present) && !this.sums.containsKey(folded) : this.ids.take(folded));
		return own ? folded : add(folded, folded);
	}

	/**
	 * Make room for plain meters where functions have the id. What these count, the plain
	 * meter will count as well.
	 * @param folded the id
	 */
	void giveWay(GuardedId folded) {
		Meter present = this.ids.meter(folded);
		if (present != null && isFunction(present)) {
			FunctionSum sum = this.sums.computeIfAbsent(folded, (id) -> new FunctionSum());
			if (!sum.isShownBy(present)) {
				absorb(present, folded, sum);
			}
			this.registry.remove(present);
		}
	}

	/**
	 * Add a function that has the id of a sum, unless it is on its way to another one.
	 */
	private void absorb(Meter function, GuardedId folded, FunctionSum sum) {
		Expected elsewhere = this.expected.computeIfPresent(function.getId(),
				(id, to) -> new Expected(to.folded(), true));
		if (elsewhere == null) {
			this.summed.add(folded);
			sum.add(Parts.function(this.registry, function));
		}
	}

	/**
	 * Let the sum count on the plain meter that has its id now.
	 * @param folded the id
	 */
	void share(GuardedId folded) {
		FunctionSum sum = this.sums.get(folded);
		if (sum != null) {
			sum.countOn(this.plain.apply(folded));
			sum.forward();
		}
	}

	void added(Meter meter) {
		if (isFunction(meter)) {
			this.names.add(meter.getId().getName());
			if (!this.expected.isEmpty() && this.expected.containsKey(meter.getId())) {
				this.made.add(meter);
			}
		}
	}

	private static boolean isFunction(Meter meter) {
		return meter instanceof FunctionCounter || meter instanceof FunctionTimer;
	}

	/**
	 * Move the functions that were registered since from the registry to their sums.
	 */
	void settle() {
		synchronized (this.ids) {
			for (int left = this.made.size(); left > 0; left--) {
				Meter meter = this.made.remove();
				Expected to = this.expected.remove(meter.getId());
				if (to == null) {
					continue;
				}
				Meter function = Parts.function(this.registry, meter);
				if (this.registry.remove(meter) == null && !to.late()) {
					// The registry has told of it and not put it among its meters yet
					this.expected.put(meter.getId(), new Expected(to.folded(), true));
					this.made.add(meter);
					continue;
				}
				this.ids.moved(meter.getId());
				FunctionSum sum = this.sums.get(to.folded());
				if (sum == null) {
					sum = new FunctionSum();
					this.sums.put(to.folded(), sum);
					show(meter, to.folded(), sum);
				}
				sum.add(function);
			}
		}
	}

	/**
	 * Tell the plain meters that share their id with a sum what its functions counted.
	 */
	void forward() {
		this.sums.values().forEach(FunctionSum::forward);
	}

	private void show(Meter meter, GuardedId folded, FunctionSum sum) {
		Meter present = this.ids.meter(folded);
		if (present != null && isFunction(present)) {
			absorb(present, folded, sum);
			this.registry.remove(present);
		}
		else if (!this.ids.isFree(folded)) {
			sum.countOn(this.plain.apply(folded));
			return;
		}
		sum.shownBy(this.ids.register(folded, (name) -> (meter instanceof FunctionCounter)
				? sum.counter(name, folded, this.registry) : sum.timer(name, folded, this.registry)));
	}

	long refused() {
		return this.refused.sum();
	}

	/**
	 * A function that the registry makes.
	 *
	 * @param folded the id of the sum
	 * @param late whether it was waited for once
	 */
	private record Expected(GuardedId folded, boolean late) {

	}

}
