package dev.oddkit.observability.cardinality;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Meter.Type;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * What a registry records under a folded id: counters, timers and summaries are exact,
 * the functions of function counters are summed, gauges and long task timers are refused,
 * since their sum means nothing. A folded id belongs to the type that had it first: two
 * types that met there would throw at whoever comes second.
 */
class FoldedMeters {

	/**
	 * Where a measurement goes if there are too many meters or series, or if its place
	 * belongs to another type; the type is part of the name.
	 */
	private static final String NAMELESS = CardinalityMeters.PREFIX + "other.";

	/**
	 * What a function gets that is counted already, or that nobody counts.
	 */
	private static final GuardedId IGNORED = id(CardinalityMeters.PREFIX + "ignored", Type.OTHER);

	private final CardinalityGuard<Meter.Id> guard;

	private final SpanNotes notes;

	private final FoldedIds ids;

	private final PlainMeters plain;

	private final FunctionSums functions;

	private final Looks looks = new Looks();

	private final Map<Type, GuardedId> nameless = new ConcurrentHashMap<>();

	private final LongAdder refused = new LongAdder();

	FoldedMeters(CardinalityGuard<Meter.Id> guard, MeterRegistry registry, FoldedIds ids, SpanNotes notes) {
		this.guard = guard;
		this.notes = notes;
		this.ids = ids;
		this.plain = new PlainMeters(registry);
		this.functions = new FunctionSums(registry, this.ids, this::plain);
	}

	/**
	 * Return the id under which to register what has no series of its own.
	 * @param given the id as it was given
	 * @param folded the id of the series that it belongs to
	 * @return the id for the registry
	 */
	Meter.Id fold(Meter.Id given, GuardedId folded) {
		Type type = given.getType();
		if (!isSummed(type)) {
			boolean own = type == folded.getType() && given.equals(folded) && this.ids.take(folded);
			return own ? given : other(type);
		}
		Meter.Id id = (type == folded.getType()) ? sum(given, folded) : nameless(given);
		if (id == folded || id == this.nameless.get(type)) {
			this.notes.note(given, folded);
		}
		return id;
	}

	/**
	 * Return the id of a meter that has a series of its own by now.
	 * @param given the id as it was given
	 * @return the id for the registry
	 */
	Meter.Id own(Meter.Id given) {
		return this.functions.isSummed(given) ? IGNORED : given;
	}

	/**
	 * Return the id under which a sum is registered right now, by this thread.
	 */
	@Nullable GuardedId registering() {
		return this.ids.registering();
	}

	/**
	 * Return the id of a meter for which there is no place at all.
	 */
	Meter.Id nameless(Meter.Id given) {
		Type type = given.getType();
		return isSummed(type) ? sum(given, other(type)) : other(type);
	}

	private GuardedId other(Type type) {
		return this.nameless.computeIfAbsent(type,
				(key) -> id(NAMELESS + key.name().toLowerCase(Locale.ROOT).replace('_', '.'), key));
	}

	private static GuardedId id(String name, Type type) {
		return new GuardedId(name, Tags.empty(), new Meter.Id(name, Tags.empty(), null, null, type));
	}

	private static boolean isSummed(Type type) {
		return type == Type.COUNTER || type == Type.TIMER || type == Type.DISTRIBUTION_SUMMARY;
	}

	private Meter.Id sum(Meter.Id given, GuardedId folded) {
		if (!this.ids.isPlain(folded)) {
			return first(given, folded);
		}
		if (mayBeFunction(folded)) {
			Registration registration = Registration.current();
			return switch (registration) {
				case PLAIN -> folded;
				case FUNCTION, COPIED_FUNCTION -> function(registration, given, folded);
				case CUSTOM -> other(Type.OTHER);
			};
		}
		return folded;
	}

	/**
	 * Return whether a look at the stack is worth its time. A name that has functions
	 * always is, and what has no name; others now and then, since both may share a name.
	 */
	private boolean mayBeFunction(GuardedId folded) {
		return folded.getType() != Type.DISTRIBUTION_SUMMARY && (this.functions.has(folded.getName())
				|| folded.getName().startsWith(NAMELESS) || this.looks.take(folded.getName(), this.guard.epoch()));
	}

	/**
	 * Fold onto an id that does not belong to plain meters, or not yet. The meter is
	 * registered under its own id before, because the registry remembers for ever the
	 * first id that led to a meter: a value that is turned away today may have its own
	 * series tomorrow.
	 */
	private Meter.Id first(Meter.Id given, GuardedId folded) {
		Registration registration = Registration.current();
		synchronized (this.ids) {
			return switch (registration) {
				case PLAIN -> firstPlain(given, folded);
				case FUNCTION, COPIED_FUNCTION -> given.equals(folded) ? function(this.functions.addOwn(folded))
						: function(registration, given, folded);
				case CUSTOM -> (given.equals(folded) && (this.ids.take(folded) || this.ids.meter(folded) != null))
						? folded : other(Type.OTHER);
			};
		}
	}

	private Meter.Id firstPlain(Meter.Id given, GuardedId folded) {
		boolean known = this.plain.isKnown(folded) && !given.equals(folded);
		this.functions.giveWay(folded);
		if (!this.ids.makePlain(folded)) {
			GuardedId other = other(folded.getType());
			return (folded != other) ? sum(given, other) : other;
		}
		if (known) {
			plain(folded);
		}
		this.functions.share(folded);
		return folded;
	}

	private Meter.Id function(Registration registration, Meter.Id given, GuardedId folded) {
		return function((registration == Registration.COPIED_FUNCTION) ? this.functions.addCopy(given, folded)
				: this.functions.add(given, folded));
	}

	private static Meter.Id function(Meter.@Nullable Id id) {
		return (id != null) ? id : IGNORED;
	}

	/**
	 * Register a counter, timer or summary that is like the others of its name.
	 * @param id its id
	 * @return the meter, one without a name if the id belongs to another type by now
	 */
	Meter plain(Meter.Id id) {
		try {
			return register(id);
		}
		catch (IllegalArgumentException ex) {
			GuardedId other = other(id.getType());
			synchronized (this.ids) {
				this.functions.giveWay(other);
				this.ids.makePlain(other);
				Meter meter = register(other);
				this.functions.share(other);
				return meter;
			}
		}
	}

	private Meter register(Meter.Id id) {
		return (id instanceof GuardedId folded) ? this.ids.register(folded, (name) -> this.plain.register(name, folded))
				: this.plain.register(id.getName(), id);
	}

	boolean isRefused(Meter.Id id) {
		if (id == IGNORED) {
			return true;
		}
		if (id instanceof GuardedId && switch (id.getType()) {
			case GAUGE, LONG_TASK_TIMER, OTHER -> true;
			default -> false;
		}) {
			this.refused.increment();
			return true;
		}
		return false;
	}

	DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		return this.plain.configure(id, config);
	}

	@Nullable DistributionStatisticConfig configuration(Meter.Id id) {
		return this.plain.configuration(id);
	}

	void added(Meter meter) {
		this.plain.added(meter);
		this.functions.added(meter);
	}

	/**
	 * Let somebody else have an id whose meter was removed.
	 */
	void removed(GuardedId folded) {
		this.ids.free(folded);
	}

	long refused() {
		return this.refused.sum() + this.functions.refused();
	}

	void settle() {
		this.functions.settle();
		this.functions.forward();
	}

}
