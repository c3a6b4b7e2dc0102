package dev.oddkit.observability.cardinality;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.MeterGuard;
import org.jspecify.annotations.Nullable;

/**
 * The guards of the instruments by their name. Instruments of too many names share one
 * guard that lets no attribute through.
 */
class InstrumentGuards {

	private static final String NAMELESS = CardinalityMeters.PREFIX + "other";

	private final CardinalityGuard<RecordedAttributes> guard;

	private final SpanNotes notes;

	private final AttributeTexts texts = new AttributeTexts();

	private final Map<String, InstrumentGuard> instruments = new ConcurrentHashMap<>();

	private final MeterGuard<RecordedAttributes> nameless;

	InstrumentGuards(CardinalityGuard<RecordedAttributes> guard, SpanNotes notes) {
		this.guard = guard;
		this.notes = notes;
		this.nameless = guard.nameless(NAMELESS);
	}

	InstrumentGuard of(String name) {
		InstrumentGuard known = this.instruments.get(name);
		if (known != null) {
			return known;
		}
		MeterGuard<RecordedAttributes> named = isNameless(name) ? null : this.guard.meter(name);
		MeterGuard<RecordedAttributes> meter = (named != null) ? named : this.nameless;
		return this.instruments.computeIfAbsent(name,
				(key) -> new InstrumentGuard(this.guard, meter, this.notes, this.texts));
	}

	/**
	 * Return the name under which an instrument is built: its own, or one for all of its
	 * kind if there are too many.
	 * @param name the name as it was given
	 * @param kind the method that makes its builder
	 * @return the name to build with
	 */
	String nameFor(String name, String kind) {
		return (this.guard.meter(name) != null) ? name : NAMELESS + "." + kind.replace("Builder", "");
	}

	static boolean isNameless(@Nullable String name) {
		return name != null && name.startsWith(NAMELESS);
	}

	CardinalityGuard<RecordedAttributes> guard() {
		return this.guard;
	}

	/**
	 * End an epoch. What loses its place stays in the SDK's storage as long as that is
	 * cumulative.
	 * @param idleEpochs how many epochs a value may stand still
	 */
	void endEpoch(int idleEpochs) {
		this.guard.endEpoch(idleEpochs);
	}

	/**
	 * Forget what was counted, and free the places of those that had too few.
	 */
	void reset() {
		this.guard.reset();
	}

	long refused() {
		return this.instruments.values().stream().mapToLong(InstrumentGuard::refused).sum();
	}

}
