package dev.oddkit.observability.cardinality;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.KeyReport;
import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import dev.oddkit.observability.cardinality.core.Limit;
import dev.oddkit.observability.cardinality.core.ValueShape;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the offender, once for each meter and key.
 */
class FoldWarnings implements GuardListener {

	private static final Logger logger = LoggerFactory.getLogger(FoldWarnings.class);

	@Override
	public void folds(KeyReport key, String value) {
		String examples = Stream.concat(Stream.of(value), key.examples().stream().limit(2))
			.map((example) -> shown(key.key(), example))
			.collect(Collectors.joining(", "));
		if (key.admission() == Admission.NEVER) {
			logger.warn(
					"Label '{}' of meter '{}' is denied; its values, such as {}, become 'other'. Totals stay exact. "
							+ "Change the list by observability.cardinality.denied-keys",
					key.key(), key.meter(), examples);
			return;
		}
		logger.warn(
				"Label '{}' of meter '{}' has {} values of at most {}; further values become 'other', such as {}. "
						+ "Totals stay exact. Change the limit by observability.cardinality.max-values-per-key, or for "
						+ "this meter by observability.cardinality.meters[{}].max-values-per-key",
				key.key(), key.meter(), key.values(), key.limit(), examples, key.meter());
	}

	@Override
	public void reaches(Limit limit, int allowed, String meter) {
		logger.warn("{} by meter '{}'. Change the limit of {} by observability.cardinality.{}", problem(limit), meter,
				allowed, property(limit));
	}

	private static String problem(Limit limit) {
		return switch (limit) {
			case VALUE_LENGTH -> "A label value is too long and becomes 'other': used";
			case KEYS_PER_METER -> "The labels are too many and the further ones are left out: reached";
			case SERIES_PER_METER ->
				"The time series of a meter are too many and its widest label becomes 'other': reached";
			case SERIES ->
				"The time series of all meters are too many and all labels of new ones become 'other': reached";
			case METERS -> "The names of meters are too many and new ones are counted under one name: reached";
		};
	}

	private static String property(Limit limit) {
		return switch (limit) {
			case VALUE_LENGTH -> "max-value-length";
			case KEYS_PER_METER -> "max-keys-per-meter";
			case SERIES_PER_METER -> "max-series-per-meter";
			case SERIES -> "max-series";
			case METERS -> "max-meters";
		};
	}

	/**
	 * Return what a log may show of a value. The hash lets two logs be compared.
	 */
	static String shown(String key, String value) {
		if (ValueShape.looksPersonal(key, value)) {
			return "#" + Integer.toHexString(value.hashCode());
		}
		return "'" + ((value.length() > 40) ? value.substring(0, 40) + "..." : value) + "'";
	}

}
