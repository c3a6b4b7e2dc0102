package dev.oddkit.observability.cardinality;

import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.Limits;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Guards as the room makes them, without a context.
 */
class Guards {

	static final int FLOOD = 1_000;

	/**
	 * How many values of a flood get a series of their own.
	 */
	static final int ADMITTED = 64;

	final SpanNotes notes = new SpanNotes(true);

	final SeriesBudget budget;

	final GuardedRegistries registries;

	final InstrumentGuards instruments;

	final Retirement retirement;

	Guards() {
		this(Limits.DEFAULT);
	}

	Guards(Limits limits) {
		this.budget = new SeriesBudget(limits.series());
		this.registries = new GuardedRegistries(new CardinalityGuard<>(() -> limits, this.budget, GuardListener.SILENT),
				this.notes);
		this.instruments = new InstrumentGuards(new CardinalityGuard<>(() -> limits, this.budget, GuardListener.SILENT),
				this.notes);
		this.retirement = new Retirement(this.registries, 4);
	}

	<T extends MeterRegistry> T guard(T registry) {
		this.registries.guard(registry);
		return registry;
	}

	static void flood(Consumer<String> user) {
		IntStream.range(0, FLOOD).forEach((number) -> user.accept("user" + number));
	}

	void epochs(int count) {
		for (int i = 0; i < count; i++) {
			this.retirement.endEpoch();
			this.instruments.endEpoch(4);
		}
	}

}
