package dev.oddkit.observability.cardinality;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Sums the functions of function-backed meters that have no series of their own. The
 * registry alone sees a function, while it makes the meter: so it makes it, and we take
 * it out again, at the latest at the end of the epoch, and add what it counts to the sum.
 */
class FunctionSums {

	private static final int MOST = 10_000;

	private static final int FRAMES = 12;

	private static final StackWalker STACK = StackWalker.getInstance();

	private final CardinalityGuard<Meter.Id> guard;

	private final MeterRegistry registry;

	private final Set<String> functionNames = ConcurrentHashMap.newKeySet();

	private final Map<Meter.Id, Meter.Id> expected = new ConcurrentHashMap<>();

	private final Queue<Meter> made = new ConcurrentLinkedQueue<>();

	private final Map<Meter.Id, FunctionSum> sums = new ConcurrentHashMap<>();

	private final Set<Meter.Id> summed = ConcurrentHashMap.newKeySet();

	private final Looks looks = new Looks();

	private final LongAdder refused = new LongAdder();

	FunctionSums(CardinalityGuard<Meter.Id> guard, MeterRegistry registry) {
		this.guard = guard;
		this.registry = registry;
	}

	/**
	 * Return whether a look at the stack is worth its microsecond. A name that has
	 * functions always is; others now and then, since both may share a name.
	 */
	boolean mayBe(GuardedId folded) {
		return this.looks.take(folded.getName(), this.guard.epoch()) || this.functionNames.contains(folded.getName());
	}

	/**
	 * Return whether the present call registers a function: the id does not tell.
	 */
	static boolean registersFunction() {
		return STACK.walk((frames) -> frames.limit(FRAMES)
			.anyMatch((frame) -> frame.getClassName().equals("io.micrometer.core.instrument.MeterRegistry$More")
					&& (frame.getMethodName().equals("counter") || frame.getMethodName().equals("timer"))));
	}

	/**
	 * Let the registry make a meter that is to be summed.
	 * @param given the id as it was given
	 * @param folded the id of the sum
	 * @return the id under which to register now, or {@code null} for none: it is summed
	 * already, or there are too many
	 */
	Meter.@Nullable Id add(Meter.Id given, Meter.Id folded) {
		settle();
		if (this.summed.contains(given)) {
			return null;
		}
		if (this.summed.size() + this.expected.size() >= MOST) {
			this.refused.increment();
			return null;
		}
		this.expected.put(given, folded);
		return given;
	}

	/**
	 * Make room for a plain counter or timer where a sum of functions has its meter: the
	 * sum counts on the plain one from then on.
	 * @param folded the id that both want
	 * @param plain registers the plain one
	 */
	void share(Meter.Id folded, Supplier<Meter> plain) {
		FunctionSum sum = this.sums.get(folded);
		if (sum != null) {
			synchronized (sum) {
				if (sum.isOwnMeter()) {
					this.registry.remove(folded);
					sum.countOn(plain.get());
					sum.forward();
				}
			}
		}
	}

	void added(Meter meter) {
		if (meter instanceof FunctionCounter || meter instanceof FunctionTimer) {
			this.functionNames.add(meter.getId().getName());
			if (!this.expected.isEmpty() && this.expected.containsKey(meter.getId())) {
				this.made.add(meter);
			}
		}
	}

	/**
	 * Move the functions that were registered since from the registry to their sums.
	 */
	synchronized void settle() {
		Queue<Meter> moving = new ArrayDeque<>();
		for (Meter meter = this.made.poll(); meter != null; meter = this.made.poll()) {
			moving.add(meter);
		}
		for (Meter meter : moving) {
			Meter.Id folded = this.expected.remove(meter.getId());
			if (folded != null) {
				this.summed.add(meter.getId());
				this.registry.remove(meter);
				FunctionSum sum = this.sums.get(folded);
				if (sum == null) {
					sum = new FunctionSum();
					this.sums.put(folded, sum);
					show(meter, folded, sum);
				}
				sum.add(meter);
			}
		}
	}

	/**
	 * Tell the plain meters that share their id with a sum what its functions counted.
	 */
	void forward() {
		this.sums.values().forEach(FunctionSum::forward);
	}

	private void show(Meter meter, Meter.Id folded, FunctionSum sum) {
		Meter plain = this.registry.find(folded.getName())
			.tags(folded.getTagsAsIterable())
			.meters()
			.stream()
			.filter((candidate) -> candidate.getId().equals(folded))
			.findFirst()
			.orElse(null);
		if (plain != null) {
			sum.countOn(plain);
		}
		else if (meter instanceof FunctionCounter) {
			FunctionCounter.builder(folded.getName(), sum, FunctionSum::count)
				.tags(folded.getTagsAsIterable())
				.description(folded.getDescription())
				.baseUnit(folded.getBaseUnit())
				.register(this.registry);
		}
		else {
			FunctionTimer
				.builder(folded.getName(), sum, (timed) -> (long) timed.count(), FunctionSum::total,
						TimeUnit.NANOSECONDS)
				.tags(folded.getTagsAsIterable())
				.description(folded.getDescription())
				.register(this.registry);
		}
	}

	long refused() {
		return this.refused.sum();
	}

}
