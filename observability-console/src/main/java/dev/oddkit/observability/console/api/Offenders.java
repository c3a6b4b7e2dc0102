package dev.oddkit.observability.console.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.NumberValue;

/**
 * What the services themselves say of the labels that they fold: how often, and about how
 * many values there are. Several services add up; their values may be the same ones, so
 * the estimate is the largest.
 *
 * @param byLabel the offenders by meter and key
 */
record Offenders(Map<String, Offender> byLabel) {

	private static final String PREFIX = "observability.cardinality.";

	private static final Offender NONE = new Offender(0, 0);

	static Offenders of(List<MetricSeries> series) {
		Map<String, Offender> byLabel = new HashMap<>();
		for (MetricSeries one : series) {
			boolean folded = one.name().equals(PREFIX + "folded");
			if ((folded || one.name().equals(PREFIX + "estimate")) && !one.points().isEmpty()
					&& one.points().get(one.points().size() - 1).value() instanceof NumberValue number) {
				long value = Math.round(number.value());
				byLabel.merge(label(one.attributes().get("meter"), one.attributes().get("key")),
						folded ? new Offender(0, value) : new Offender(value, 0), Offender::plus);
			}
		}
		return new Offenders(byLabel);
	}

	Offender of(String meter, String key) {
		return this.byLabel.getOrDefault(label(meter, key), NONE);
	}

	private static String label(Object meter, Object key) {
		return meter + " " + key;
	}

	/**
	 * A label that is folded.
	 *
	 * @param estimate about how many values there are
	 * @param folded how often one became {@code other}
	 */
	record Offender(long estimate, long folded) {

		Offender plus(Offender other) {
			return new Offender(Math.max(this.estimate, other.estimate), this.folded + other.folded);
		}

	}

}
