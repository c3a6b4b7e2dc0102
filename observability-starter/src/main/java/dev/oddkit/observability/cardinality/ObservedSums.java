package dev.oddkit.observability.cardinality;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.oddkit.observability.cardinality.core.Series;
import io.opentelemetry.api.common.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * What a callback observes beyond the limit of its instrument. A value brings all that it
 * ever counted: it stays part of the sum that it was part of once, and the sum of a
 * counter grows by what came since, whoever is not observed any more.
 */
class ObservedSums {

	/**
	 * How many values are part of the sums of a callback.
	 */
	static final int MOST = 10_000;

	private final boolean rising;

	private final Map<Attributes, Part> parts = new HashMap<>();

	private final Map<Attributes, Number> sums = new HashMap<>();

	/**
	 * Nothing summed yet.
	 * @param rising whether it observes a counter, which only rises
	 */
	ObservedSums(boolean rising) {
		this.rising = rising;
	}

	/**
	 * Return sums of another callback of the instrument.
	 */
	ObservedSums another() {
		return new ObservedSums(this.rising);
	}

	/**
	 * Add a value that is part of a sum already.
	 * @param labels its labels
	 * @param value the value
	 * @param epoch the present epoch
	 * @return whether it is
	 */
	synchronized boolean add(Attributes labels, Number value, int epoch) {
		Part part = this.parts.get(labels);
		if (part == null) {
			return false;
		}
		if (part.sum != null) {
			part.sum.move(epoch);
		}
		part.now = (part.now != null) ? sum(part.now, value) : value;
		return true;
	}

	/**
	 * Add a value that was not part of a sum.
	 * @param labels its labels
	 * @param value the value
	 * @param sum the sum, or {@code null} if there is no place but that without labels
	 * @return whether there was room for it
	 */
	synchronized boolean add(Attributes labels, Number value, @Nullable Series<RecordedAttributes> sum) {
		boolean room = this.parts.size() < MOST;
		if (room) {
			this.parts.put(labels, new Part(sum, value));
		}
		return room;
	}

	/**
	 * Hand over the sums at the end of the callback.
	 */
	synchronized void flush(BiConsumer<Number, Attributes> target) {
		if (!this.rising) {
			this.sums.clear();
		}
		this.parts.values().forEach((part) -> {
			if (part.now != null) {
				Number more = this.rising ? increase(part.before, part.now) : part.now;
				this.sums.merge(part.attributes(), more, ObservedSums::sum);
				part.before = part.now;
				part.now = null;
			}
		});
		this.sums.forEach((attributes, sum) -> target.accept(sum, attributes));
	}

	private static Number increase(Number before, Number now) {
		if (before instanceof Long && now instanceof Long) {
			long more = now.longValue() - before.longValue();
			return (more >= 0) ? more : now;
		}
		return Increase.between(before.doubleValue(), now.doubleValue());
	}

	private static Number sum(Number one, Number other) {
		if (one instanceof Long && other instanceof Long) {
			return one.longValue() + other.longValue();
		}
		return one.doubleValue() + other.doubleValue();
	}

	/**
	 * A value that is part of a sum.
	 */
	private static final class Part {

		private final @Nullable Series<RecordedAttributes> sum;

		private Number before = 0L;

		private @Nullable Number now;

		Part(@Nullable Series<RecordedAttributes> sum, Number now) {
			this.sum = sum;
			this.now = now;
		}

		Attributes attributes() {
			return (this.sum != null) ? this.sum.id().attributes() : Attributes.empty();
		}

	}

}
