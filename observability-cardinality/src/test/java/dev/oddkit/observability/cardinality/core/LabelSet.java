package dev.oddkit.observability.cardinality.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels as a test writes them.
 */
record LabelSet(List<Map.Entry<String, String>> entries) implements Labels {

	static LabelSet of(String... keysAndValues) {
		Map<String, String> sorted = new TreeMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			sorted.put(keysAndValues[i], keysAndValues[i + 1]);
		}
		return new LabelSet(new ArrayList<>(sorted.entrySet()));
	}

	@Override
	public int size() {
		return this.entries.size();
	}

	@Override
	public String key(int index) {
		return this.entries.get(index).getKey();
	}

	@Override
	public String value(int index) {
		return this.entries.get(index).getValue();
	}

	/**
	 * Record on a guard, as an API would.
	 * @param meter the guard of the meter
	 * @return the series, whose id is the label set that is exposed
	 */
	Series<Map<String, String>> record(MeterGuard<Map<String, String>> meter) {
		long sum = meter.start();
		for (int i = 0; i < size(); i++) {
			sum = meter.add(sum, i, key(i), value(i));
		}
		Series<Map<String, String>> series = meter.find(sum);
		series = (series != null) ? series : meter.place(this, (values, folded) -> {
			Map<String, String> exposed = new TreeMap<>();
			for (int i = 0; i < values.length; i++) {
				if (values[i] != null) {
					exposed.put(key(i), values[i]);
				}
			}
			return exposed;
		});
		if (series != null) {
			series.move(meter.epoch());
		}
		return series;
	}

}
