package dev.oddkit.observability.cardinality.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

/**
 * Guards all meters of one API. Whoever holds it ends an epoch from time to time, so that
 * places are freed; nothing happens in the background.
 *
 * @param <T> what stands for a series
 */
public final class CardinalityGuard<T> {

	private final Rules rules;

	private final SeriesBudget budget;

	private final GuardListener listener;

	private final Map<String, MeterGuard<T>> meters = new ConcurrentHashMap<>();

	private final Map<Limit, LongAdder> hits = new EnumMap<>(Limit.class);

	private volatile int epoch = 1;

	/**
	 * Create a guard.
	 * @param rules what the user wants
	 * @param budget the series of the application
	 * @param listener hears of the first time that a limit is reached
	 */
	public CardinalityGuard(Rules rules, SeriesBudget budget, GuardListener listener) {
		this.rules = rules;
		this.budget = budget;
		this.listener = listener;
		for (Limit limit : Limit.values()) {
			this.hits.put(limit, new LongAdder());
		}
	}

	/**
	 * Return the guard of a meter.
	 * @param name the name of the meter
	 * @return its guard, or {@code null} if there are too many names
	 */
	public @Nullable MeterGuard<T> meter(String name) {
		MeterGuard<T> meter = this.meters.get(name);
		return (meter != null) ? meter : newMeter(name);
	}

	/**
	 * Return the guard of a meter that has one.
	 * @param name the name of the meter
	 * @return its guard, or {@code null} if it has none
	 */
	public @Nullable MeterGuard<T> known(String name) {
		return this.meters.get(name);
	}

	private @Nullable MeterGuard<T> newMeter(String name) {
		synchronized (this.meters) {
			MeterGuard<T> raced = this.meters.get(name);
			if (raced != null) {
				return raced;
			}
			int allowed = this.rules.limits().meters();
			if (this.meters.size() >= allowed) {
				hit(Limit.METERS, allowed, name);
				return null;
			}
			MeterGuard<T> meter = new MeterGuard<>(name, this, this.rules.series(name));
			this.meters.put(name, meter);
			return meter;
		}
	}

	/**
	 * Return a guard for what has no name of its own.
	 * @param name what to call it
	 * @return a guard that is not among {@link #meters()} and has few series
	 */
	public MeterGuard<T> nameless(String name) {
		return new MeterGuard<>(name, this, this.rules.limits().keysPerMeter());
	}

	/**
	 * Return the guards of all meters so far.
	 * @return the guards, in no order
	 */
	public Collection<MeterGuard<T>> meters() {
		return this.meters.values();
	}

	/**
	 * End the epoch: values that did not move for some epochs lose their place where
	 * others want it, and their series with it.
	 * @param idleEpochs how many epochs a value may stand still
	 * @return the series that lost their place
	 */
	public List<Series<T>> endEpoch(int idleEpochs) {
		List<Series<T>> removed = new ArrayList<>();
		int idleSince = this.epoch - idleEpochs + 1;
		this.meters.values().forEach((meter) -> removed.addAll(meter.endEpoch(idleSince)));
		this.epoch++;
		return removed;
	}

	/**
	 * Return the present epoch.
	 * @return the epoch, by which a series says when it moved
	 */
	public int epoch() {
		return this.epoch;
	}

	/**
	 * Return how often a limit decided.
	 * @param limit the limit
	 * @return how often
	 */
	public long hits(Limit limit) {
		return this.hits.get(limit).sum();
	}

	/**
	 * Forget what was counted and reported. Where places were too few, all of them are
	 * free again.
	 * @return the series that lost their place
	 */
	public List<Series<T>> reset() {
		List<Series<T>> removed = new ArrayList<>();
		this.meters.values().forEach((meter) -> removed.addAll(meter.reset()));
		this.hits.values().forEach(LongAdder::reset);
		return removed;
	}

	void hit(Limit limit, int allowed, String meter) {
		LongAdder hits = this.hits.get(limit);
		boolean first = hits.sum() == 0;
		hits.increment();
		if (first) {
			this.listener.reaches(limit, allowed, meter);
		}
	}

	boolean isFull(int cost) {
		return !this.budget.hasRoom(cost);
	}

	Rules rules() {
		return this.rules;
	}

	SeriesBudget budget() {
		return this.budget;
	}

	GuardListener listener() {
		return this.listener;
	}

}
