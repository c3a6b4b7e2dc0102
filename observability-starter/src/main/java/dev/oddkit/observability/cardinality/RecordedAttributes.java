package dev.oddkit.observability.cardinality;

import java.util.List;

import dev.oddkit.observability.cardinality.BoundSeries.Bound;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What measurements are recorded under.
 */
final class RecordedAttributes {

	private final Attributes attributes;

	private final List<FoldedKey> folded;

	/**
	 * Immutable, hence safe to hand to other threads without a lock.
	 */
	private @Nullable Bound bound;

	RecordedAttributes(Attributes attributes) {
		this(attributes, List.of());
	}

	RecordedAttributes(Attributes attributes, List<FoldedKey> folded) {
		this.attributes = attributes;
		this.folded = folded;
	}

	/**
	 * Return the attributes.
	 * @return the instance that the SDK knows
	 */
	Attributes attributes() {
		return this.attributes;
	}

	/**
	 * Return what was folded.
	 * @return the keys whose value is not the one that was given
	 */
	List<FoldedKey> folded() {
		return this.folded;
	}

	@Nullable Bound bound() {
		return this.bound;
	}

	void bind(Bound bound) {
		this.bound = bound;
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
