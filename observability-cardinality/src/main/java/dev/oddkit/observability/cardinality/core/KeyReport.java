package dev.oddkit.observability.cardinality.core;

import java.util.List;

/**
 * What is known of a key of a meter.
 *
 * @param meter the name of the meter
 * @param key the key
 * @param admission whether its values are limited
 * @param values the values that have a place
 * @param limit the places there are
 * @param estimate how many distinct values came, some three percent more or less
 * @param folded how many times a value became {@code other}
 * @param since when that happened first, in milliseconds since 1970, or 0
 * @param retired how many values lost their place because they stood still
 * @param examples some of the values that have a place
 */
public record KeyReport(String meter, String key, KeyRule.Admission admission, int values, int limit, long estimate,
		long folded, long since, long retired, List<String> examples) {

}
