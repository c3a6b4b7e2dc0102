package dev.oddkit.observability.otlp;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Quantiles computed by the sender.
 *
 * @param count the number of measurements
 * @param sum the sum of the measurements
 * @param quantiles the values by quantile (0 to 1), in rising order
 */
public record SummaryValue(long count, double sum, Map<Double, Double> quantiles) implements PointValue {

	/**
	 * Creates a value with a sorted copy of the quantiles.
	 * @param count the number of measurements
	 * @param sum the sum of the measurements
	 * @param quantiles the values by quantile
	 */
	public SummaryValue {
		quantiles = Collections.unmodifiableMap(new TreeMap<>(quantiles));
	}

}
