package dev.oddkit.observability.cardinality.core;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The keys and series of one meter. A measurement adds up the tokens of its labels, in
 * their order, by {@link #start()} and {@link #add}, and looks for the series of the sum;
 * {@link #place} finds a place for a sum that is not known.
 *
 * @param <T> what stands for a series
 */
public final class MeterGuard<T> {

	private final String name;

	private final CardinalityGuard<T> guard;

	private final long seed = ThreadLocalRandom.current().nextLong();

	private final int limit;

	private final SeriesTable<T> series = new SeriesTable<>();

	private final MeterKeys<T> keys;

	private volatile FoldLevels levels = FoldLevels.NONE;

	private volatile int cost = 1;

	MeterGuard(String name, CardinalityGuard<T> guard, int limit) {
		this.name = name;
		this.guard = guard;
		this.limit = limit;
		this.keys = new MeterKeys<>(this, guard);
	}

	/**
	 * Return the name of the meter.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Return the sum of no labels.
	 * @return the sum to start with
	 */
	public long start() {
		return this.seed;
	}

	/**
	 * Add a label to the sum.
	 * @param sum the sum so far
	 * @param position the position of the label, a hint
	 * @param key its key
	 * @param value its value
	 * @return the new sum
	 */
	public long add(long sum, int position, String key, String value) {
		KeyGuard guard = this.keys.key(position, key);
		return (guard != null) ? sum + guard.admit(value).token : sum;
	}

	/**
	 * Return the series of a sum.
	 * @param sum the sum of all labels
	 * @return the series, or {@code null} if {@link #place} must find one
	 */
	public @Nullable Series<T> find(long sum) {
		return this.series.find(sum);
	}

	/**
	 * Find a place for labels whose sum is not known: their own series, one with further
	 * keys folded if the meter has too many, or none if the application has.
	 * @param labels the labels
	 * @param ids makes what stands for a new series
	 * @return the series, or {@code null} if there is no place at all
	 */
	public @Nullable Series<T> place(Labels labels, SeriesIds<T> ids) {
		Series<T> existing = new Placement<>(this, labels).existing(this.levels);
		return (existing != null) ? existing : placeNew(labels, ids);
	}

	private synchronized @Nullable Series<T> placeNew(Labels labels, SeriesIds<T> ids) {
		// Meanwhile an epoch may have taken the place of a value
		Placement<T> placement = new Placement<>(this, labels);
		Series<T> existing = placement.existing(this.levels);
		if (existing != null) {
			return existing;
		}
		for (int level = 0; level < this.levels.count(); level++) {
			Series<T> created = create(placement, this.levels.mask(level), ids);
			if (created != null) {
				return created;
			}
		}
		while (!this.guard.isFull(this.cost)) {
			long wider = this.keys.wider(this.levels.mask(this.levels.count() - 1));
			if (wider == FoldLevels.EVERYTHING) {
				break;
			}
			this.levels = this.levels.plus(wider);
			this.guard.hit(Limit.SERIES_PER_METER, this.limit, this.name);
			Series<T> series = findOrCreate(placement, wider, ids);
			if (series != null) {
				return series;
			}
		}
		Series<T> sum = findOrCreate(placement, FoldLevels.EVERYTHING, ids);
		this.guard.hit(this.guard.isFull(this.cost) ? Limit.SERIES : Limit.SERIES_PER_METER, this.limit, this.name);
		return sum;
	}

	private @Nullable Series<T> findOrCreate(Placement<T> placement, long mask, SeriesIds<T> ids) {
		Series<T> existing = placement.existing(FoldLevels.only(mask));
		return (existing != null) ? existing : create(placement, mask, ids);
	}

	private @Nullable Series<T> create(Placement<T> placement, long mask, SeriesIds<T> ids) {
		boolean sum = placement.isSum(mask);
		int left = this.limit - used() - (sum ? 0 : reserve(mask));
		if (this.cost > left || !this.guard.budget().take(this.cost, sum)) {
			return null;
		}
		Series<T> created = placement.create(mask, ids);
		this.series.add(created);
		return placement.counted(created, mask);
	}

	/**
	 * Return what must stay free for the series that remain when one key more is folded.
	 */
	private int reserve(long mask) {
		long wider = this.keys.wider(mask);
		long combinations = this.keys.combinations(wider, this.limit);
		return (int) Math.max(this.cost, Math.min(combinations * this.cost, this.limit / 4));
	}

	/**
	 * Return the series of labels without letting them in.
	 * @param labels the labels
	 * @return the series, or {@code null} if they have none
	 */
	public @Nullable Series<T> known(Labels labels) {
		long sum = this.seed;
		for (int i = 0; i < labels.size(); i++) {
			KeyGuard key = this.keys.known(i, labels.key(i));
			Value value = (key != null) ? key.find(labels.value(i)) : null;
			if (value == null) {
				return null;
			}
			sum += value.token;
		}
		return this.series.find(sum);
	}

	/**
	 * Return whether a limit was reached, so that series that stand still lose their
	 * place.
	 * @return whether somebody waits for a place
	 */
	public boolean isContested() {
		return this.levels != FoldLevels.NONE || this.keys.isContested();
	}

	/**
	 * Say how many time series one label set of this meter exposes.
	 * @param seriesPerLabelSet the series, such as the buckets of a histogram
	 */
	public synchronized void cost(int seriesPerLabelSet) {
		if (seriesPerLabelSet > this.cost) {
			this.guard.budget().add((seriesPerLabelSet - this.cost) * this.series.size());
			this.cost = seriesPerLabelSet;
		}
	}

	/**
	 * End an epoch.
	 * @return the series that lost their place
	 */
	synchronized List<Series<T>> endEpoch(int idleSince) {
		this.series.all().forEach(Series::settle);
		Set<Value> gone = this.keys.endEpoch(idleSince);
		boolean full = this.levels != FoldLevels.NONE;
		return remove((one) -> one.hasOneOf(gone) || (full && !one.isFolded() && one.moved() < idleSince));
	}

	/**
	 * Forget what was counted, and free the places if there were too few.
	 * @return the series that lost their place
	 */
	synchronized List<Series<T>> reset() {
		Set<Value> gone = this.keys.reset();
		return remove((one) -> one.hasOneOf(gone) || (this.levels != FoldLevels.NONE && !one.isFolded()));
	}

	private List<Series<T>> remove(Predicate<Series<T>> gone) {
		List<Series<T>> removed = this.series.remove(gone);
		if (!removed.isEmpty()) {
			this.guard.budget().add(-removed.size() * this.cost);
			this.levels = FoldLevels.NONE;
		}
		return removed;
	}

	/**
	 * Return the time series of this meter.
	 * @return the series, buckets counted
	 */
	public int used() {
		return this.series.size() * this.cost;
	}

	/**
	 * Return the time series that this meter may have.
	 * @return the limit
	 */
	public int limit() {
		return this.limit;
	}

	/**
	 * Return what is known of the keys.
	 * @return a report for each key
	 */
	public List<KeyReport> report() {
		return this.keys.report();
	}

	@Nullable KeyGuard key(int position, String key) {
		return this.keys.key(position, key);
	}

	int epoch() {
		return this.guard.epoch();
	}

	void hit(Limit limit, int allowed) {
		this.guard.hit(limit, allowed, this.name);
	}

}
