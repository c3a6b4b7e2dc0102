package dev.oddkit.observability.cardinality.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one meter, in the order in which they came. They are few and read with each
 * measurement, hence an array that is replaced whole.
 *
 * @param <T> what stands for a series
 */
final class MeterKeys<T> {

	private final MeterGuard<T> meter;

	private final CardinalityGuard<T> guard;

	private volatile KeyGuard[] keys = new KeyGuard[0];

	MeterKeys(MeterGuard<T> meter, CardinalityGuard<T> guard) {
		this.meter = meter;
		this.guard = guard;
	}

	/**
	 * Return a key, a new one if need be.
	 * @param position the position of the label, a hint
	 * @param key its name
	 * @return the key, or {@code null} if the meter has too many
	 */
	@Nullable KeyGuard key(int position, String key) {
		KeyGuard known = known(position, key);
		return (known != null) ? known : newKey(key);
	}

	@Nullable KeyGuard known(int position, String key) {
		KeyGuard[] known = this.keys;
		if (position < known.length && known[position].name.equals(key)) {
			return known[position];
		}
		for (KeyGuard guard : known) {
			if (guard.name.equals(key)) {
				return guard;
			}
		}
		return null;
	}

	private synchronized @Nullable KeyGuard newKey(String key) {
		KeyGuard raced = known(0, key);
		if (raced != null) {
			return raced;
		}
		KeyGuard[] known = this.keys;
		String name = this.meter.name();
		Limits limits = this.guard.rules().limits();
		if (known.length >= limits.keysPerMeter()) {
			this.guard.hit(Limit.KEYS_PER_METER, limits.keysPerMeter(), name);
			return null;
		}
		KeyGuard created = new KeyGuard(key, known.length, this.meter, this.guard.rules().key(name, key), limits,
				this.guard.listener());
		KeyGuard[] more = Arrays.copyOf(known, known.length + 1);
		more[known.length] = created;
		this.keys = more;
		return created;
	}

	/**
	 * Return the keys to fold next: the one with the most values in addition.
	 * @param mask the keys that are folded
	 * @return the keys to fold, or {@link FoldLevels#EVERYTHING} if no more is left
	 */
	long wider(long mask) {
		KeyGuard widest = Stream.of(this.keys)
			.filter((key) -> !key.isIn(mask) && key.rule.admission() == Admission.LIMITED)
			.max(Comparator.comparingInt(KeyGuard::size))
			.orElse(null);
		return (widest != null) ? mask | (1L << widest.index) : FoldLevels.EVERYTHING;
	}

	/**
	 * Return how many label sets there may be.
	 * @param mask the keys that are folded
	 * @param most the number at which it need not be exact any more
	 * @return the number, {@code most} at the most
	 */
	long combinations(long mask, int most) {
		long combinations = 1;
		for (KeyGuard key : this.keys) {
			combinations *= key.isIn(mask) ? 1 : key.size() + 1;
			combinations = Math.min(combinations, most);
		}
		return combinations;
	}

	boolean isContested() {
		for (KeyGuard key : this.keys) {
			if (key.isContested()) {
				return true;
			}
		}
		return false;
	}

	/**
	 * End an epoch.
	 * @param idleSince the epoch since which a value must have moved to stay
	 * @return the values that lost their place
	 */
	Set<Value> endEpoch(int idleSince) {
		Set<Value> gone = new HashSet<>();
		for (KeyGuard key : this.keys) {
			gone.addAll(key.endEpoch(idleSince));
		}
		return gone;
	}

	List<KeyReport> report() {
		return Stream.of(this.keys).map(KeyGuard::report).toList();
	}

	/**
	 * Forget what was counted, and free the places of keys that had too few.
	 * @return the values that lost their place
	 */
	Set<Value> reset() {
		Set<Value> gone = new HashSet<>();
		for (KeyGuard key : this.keys) {
			gone.addAll(key.reset());
		}
		return gone;
	}

}
