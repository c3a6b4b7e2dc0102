package dev.oddkit.observability.cardinality;

import org.jspecify.annotations.Nullable;

/**
 * The values of attributes as texts. Numbers such as the status of a response come again
 * with each measurement: the last ones are kept, so that their text is not made anew.
 */
final class AttributeTexts {

	private static final int KEPT = 256;

	private final @Nullable Text[] texts = new Text[KEPT];

	String of(Object value) {
		if (value instanceof String text) {
			return text;
		}
		return (value instanceof Long number) ? number(number) : value.toString();
	}

	private String number(Long number) {
		int slot = Long.hashCode(number * 0x9E3779B97F4A7C15L) & (KEPT - 1);
		Text text = this.texts[slot];
		if (text == null || text.number != number) {
			// Immutable, hence safe to hand to other threads without a lock
			text = new Text(number, number.toString());
			this.texts[slot] = text;
		}
		return text.text;
	}

	private record Text(long number, String text) {

	}

}
