package dev.oddkit.observability.cardinality;

import java.util.List;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/**
 * What measurements are recorded under.
 *
 * @param attributes the instance that the SDK knows
 * @param folded the keys whose value is not the one that was given
 */
record RecordedAttributes(Attributes attributes, List<FoldedKey> folded) {

	RecordedAttributes(Attributes attributes) {
		this(attributes, List.of());
	}

	/**
	 * A key whose value was folded.
	 *
	 * @param key the key as it was given first
	 * @param value what is recorded
	 */
	record FoldedKey(AttributeKey<?> key, String value) {

	}

}
