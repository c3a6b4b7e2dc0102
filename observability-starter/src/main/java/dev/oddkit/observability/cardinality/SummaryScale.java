package dev.oddkit.observability.cardinality;

import java.lang.reflect.Field;

import io.micrometer.core.instrument.Meter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Reads the scale of a distribution summary. Micrometer shows it to nobody but the
 * registry that makes the summary, hence the look into its field; all summaries of
 * Micrometer that scale have one of that name.
 */
final class SummaryScale {

	private SummaryScale() {
	}

	/**
	 * Return what a summary multiplies each value by.
	 * @param meter a summary
	 * @return its scale, 1 if it cannot be read
	 */
	static double of(Meter meter) {
		Field field = ReflectionUtils.findField(meter.getClass(), "scale", double.class);
		if (field == null || !field.trySetAccessible()) {
			return 1;
		}
		return read(meter, field);
	}

	private static double read(Meter meter, Field field) {
		@Nullable Object scale = ReflectionUtils.getField(field, meter);
		return (scale instanceof Double number && number > 0) ? number : 1;
	}

}
