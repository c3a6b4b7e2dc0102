package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides for each meter and key which values keep a time series of their own: the first
 * ones up to the limit. Every later value is {@value #OTHER} and is counted, not kept.
 */
class LabelLimit {

	static final String OTHER = "other";

	private static final Logger logger = LoggerFactory.getLogger(LabelLimit.class);

	private final int maxValuesPerKey;

	private final Map<String, Map<String, Key>> meters = new ConcurrentHashMap<>();

	LabelLimit(int maxValuesPerKey) {
		this.maxValuesPerKey = maxValuesPerKey;
	}

	/**
	 * Return the value under which a measurement is recorded.
	 * @param meter the name of the meter
	 * @param key the key of the label
	 * @param value the value that was given
	 * @return the value itself, or {@value #OTHER}
	 */
	String admit(String meter, String key, String value) {
		if (value.equals(OTHER)) {
			// Folded by a composite before it reached this registry
			return value;
		}
		Key admitted = this.meters.computeIfAbsent(meter, (name) -> new ConcurrentHashMap<>())
			.computeIfAbsent(key, (name) -> new Key());
		return admitted.admit(value) ? value : fold(admitted, meter, key);
	}

	private String fold(Key folded, String meter, String key) {
		folded.folded.increment();
		if (folded.firstFold()) {
			logger.warn(
					"Label '{}' of meter '{}' has more than {} values; further values become '{}'. "
							+ "Totals stay exact. Change the limit by observability.cardinality.max-values-per-key",
					key, meter, this.maxValuesPerKey, OTHER);
		}
		return OTHER;
	}

	/**
	 * Return the keys whose values were folded.
	 * @return meter, key, values kept and measurements folded, by meter
	 */
	List<Map<String, Object>> folded() {
		List<Map<String, Object>> folded = new ArrayList<>();
		new TreeMap<>(this.meters).forEach((meter, keys) -> new TreeMap<>(keys).forEach((key, admitted) -> {
			if (admitted.folded.sum() > 0) {
				folded.add(Map.of("meter", meter, "key", key, "values", admitted.values.size(), "folded",
						admitted.folded.sum()));
			}
		}));
		return folded;
	}

	/**
	 * The values of one key of one meter.
	 */
	private final class Key {

		private final Set<String> values = ConcurrentHashMap.newKeySet();

		private final LongAdder folded = new LongAdder();

		private final AtomicBoolean warned = new AtomicBoolean();

		boolean admit(String value) {
			if (this.values.contains(value)) {
				return true;
			}
			if (this.values.size() >= LabelLimit.this.maxValuesPerKey) {
				return false;
			}
			synchronized (this) {
				return this.values.size() < LabelLimit.this.maxValuesPerKey && this.values.add(value)
						|| this.values.contains(value);
			}
		}

		boolean firstFold() {
			return !this.warned.get() && this.warned.compareAndSet(false, true);
		}

	}

}
