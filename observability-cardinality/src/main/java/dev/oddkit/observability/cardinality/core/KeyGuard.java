package dev.oddkit.observability.cardinality.core;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import org.jspecify.annotations.Nullable;

/**
 * The values of one key of one meter: who has a place, who wants one, who lost it.
 */
final class KeyGuard {

	/**
	 * What a value without a place becomes. The instance is recognized, hence the new
	 * string: a user's own "other" is another one.
	 */
	@SuppressWarnings("StringOperationCanBeSimplified")
	static final String OTHER = new String("other");

	final String name;

	final int index;

	final KeyRule rule;

	final Value other;

	private final GuardListener listener;

	private final MeterGuard<?> meter;

	private final Limits limits;

	private final ValueTable values = new ValueTable();

	private final LongAdder folded = new LongAdder();

	private final boolean replaces;

	private final AtomicBoolean reported = new AtomicBoolean();

	private volatile @Nullable Contest contest;

	private volatile long since;

	private long retired;

	private long foldedBefore;

	KeyGuard(String name, int index, MeterGuard<?> meter, KeyRule rule, Limits limits, GuardListener listener) {
		this.name = name;
		this.index = index;
		this.meter = meter;
		this.rule = rule;
		this.limits = limits;
		this.listener = listener;
		this.replaces = rule.placeholders() != KeyRule.NO_PLACEHOLDERS;
		this.other = newValue(OTHER, 0);
	}

	/**
	 * Return the place of a value.
	 * @param text the value as it was given
	 * @return its own place, that of its placeholder, or {@link #other}
	 */
	Value admit(String text) {
		Value value = this.values.find(text);
		return (value != null) ? value : newcomer(text);
	}

	/**
	 * Return the place of a value without letting it in.
	 * @param text the value
	 * @return its place, or {@code null} if it has none
	 */
	@Nullable Value find(String text) {
		Value value = this.values.find(text);
		return (value == null && text.equals(OTHER)) ? this.other : value;
	}

	/**
	 * Return the place that {@link #admit} gave to a value, without counting it again.
	 * @param given the value
	 * @return its place
	 */
	Value settled(String given) {
		Value value = this.values.find(given);
		if (value == null && this.rule.admission() != Admission.NEVER) {
			value = this.values.find(this.rule.placeholders().apply(given));
		}
		return (value != null) ? value : this.other;
	}

	boolean isIn(long mask) {
		return (mask & (1L << this.index)) != 0;
	}

	boolean isNever() {
		return this.rule.admission() == Admission.NEVER;
	}

	private Value newcomer(String given) {
		if (given.equals(OTHER)) {
			// Folded before it came here, by the registry above or by the user
			return this.other;
		}
		if (isNever()) {
			contest().count(given);
			return fold(given);
		}
		String text = this.replaces ? this.rule.placeholders().apply(given) : given;
		Value known = (text != given) ? this.values.find(text) : null;
		if (known != null) {
			return known;
		}
		if (text.length() > this.limits.valueLength()) {
			this.meter.hit(Limit.VALUE_LENGTH, this.limits.valueLength());
			return fold(given);
		}
		Contest running = this.contest;
		if (running != null && !running.isHeavy(text)) {
			return fold(given);
		}
		Value placed = place(text, running != null);
		return (placed != null) ? placed : fold(given);
	}

	/**
	 * Return the contest of a key that has no places, kept for its estimate.
	 */
	private Contest contest() {
		Contest running = this.contest;
		if (running == null) {
			running = new Contest(List.of());
			this.contest = running;
		}
		return running;
	}

	private synchronized @Nullable Value place(String text, boolean heavy) {
		Value known = this.values.find(text);
		if (known != null || (!heavy && this.contest != null)) {
			return known;
		}
		int size = this.values.size();
		if (this.rule.admission() == Admission.LIMITED) {
			if (!heavy && size >= atOnce(text)) {
				this.contest = new Contest(this.values.values());
				return null;
			}
			if (size >= this.rule.hardValues()) {
				return null;
			}
		}
		Value value = newValue(text, this.meter.epoch());
		this.values.add(value);
		return value;
	}

	private int atOnce(String text) {
		int soft = this.rule.softValues();
		return (soft > this.limits.suspectValues() && ValueShape.looksLikeId(text)) ? this.limits.suspectValues()
				: soft;
	}

	Value fold(String given) {
		this.folded.increment();
		if (!this.reported.get() && this.reported.compareAndSet(false, true)) {
			this.since = System.currentTimeMillis();
			this.listener.folds(report(), given);
		}
		return this.other;
	}

	/**
	 * End an epoch: free the places of values that stand still, if others want them.
	 * @param idleSince the epoch since which a value must not have moved
	 * @return the values that lost their place
	 */
	synchronized List<Value> endEpoch(int idleSince) {
		Contest running = this.contest;
		if (running == null) {
			return List.of();
		}
		List<Value> idle = this.values.remove((value) -> value.moved < idleSince);
		this.retired += idle.size();
		long before = this.foldedBefore;
		this.foldedBefore = this.folded.sum();
		if (!isNever() && this.foldedBefore - before < this.rule.softValues()
				&& this.values.size() < this.limits.suspectValues()) {
			this.contest = null;
		}
		return idle;
	}

	boolean isContested() {
		return this.contest != null;
	}

	int size() {
		return this.values.size();
	}

	long folded() {
		return this.folded.sum();
	}

	/**
	 * Forget what was counted, and free all places if there were too few of them.
	 * @return the values that lost their place
	 */
	synchronized List<Value> reset() {
		boolean scarce = isContested() || this.folded.sum() > 0;
		this.contest = null;
		this.folded.reset();
		this.foldedBefore = 0;
		this.retired = 0;
		this.since = 0;
		this.reported.set(false);
		return scarce ? this.values.remove((value) -> true) : List.of();
	}

	KeyReport report() {
		Contest running = this.contest;
		List<String> examples = this.values.values().stream().limit(3).map((value) -> value.text).toList();
		int size = this.values.size();
		return new KeyReport(this.meter.name(), this.name, this.rule.admission(), size, this.rule.hardValues(),
				(running != null) ? Math.max(running.estimate(), size) : size, this.folded.sum(), this.since,
				this.retired, examples);
	}

	private static Value newValue(String text, int epoch) {
		return new Value(text, ThreadLocalRandom.current().nextLong(), epoch);
	}

}
