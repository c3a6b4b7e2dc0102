package dev.oddkit.observability.sdk;

import java.util.concurrent.atomic.LongAdder;

import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the whole OpenTelemetry context to other threads, for what Micrometer's own
 * accessor does not know: spans and baggage of the OpenTelemetry API. It knows no
 * application context, so that several in one JVM share it.
 * <p>
 * What a task leaves open on its thread is closed here: the next task must not continue a
 * stranger's trace.
 */
class OpenTelemetryContextAccessor implements ThreadLocalAccessor<OpenTelemetryContextAccessor.Captured> {

	static final String KEY = "opentelemetry.context";

	private static final Logger logger = LoggerFactory.getLogger(OpenTelemetryContextAccessor.class);

	private static final Context EMPTY = Context.root().with(ContextKey.named("observability.empty"), true);

	private final ThreadLocal<@Nullable Attached> attached = new ThreadLocal<>();

	/**
	 * Only for the current observation, which all registries share.
	 */
	private final ObservationRegistry observations = ObservationRegistry.create();

	private final LongAdder leftOpen = new LongAdder();

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable Captured getValue() {
		Context current = Context.current();
		return (current != Context.root()) ? new Captured(current, observation()) : null;
	}

	/**
	 * Attach a context unless its observation is no longer the current one: within
	 * Reactor an observation that started later is nearer.
	 */
	@Override
	public void setValue(Captured value) {
		attach((value.observation() == observation()) ? value.context() : Context.current());
	}

	@Override
	public void setValue() {
		if (observation() != null) {
			attach(Context.current());
			return;
		}
		attach(Context.root());
		forgetCorrelation();
	}

	@Override
	public void restore(Captured previousValue) {
		restore();
	}

	@Override
	public void restore() {
		Attached last = this.attached.get();
		if (last == null) {
			return;
		}
		if (last.previous() != null) {
			this.attached.set(last.previous());
		}
		else {
			this.attached.remove();
		}
		last.scope().close();
		if (Context.current() != last.before()) {
			closeWhatWasLeftOpen(last.before());
		}
	}

	long leftOpen() {
		return this.leftOpen.sum();
	}

	// The scope is closed by restore
	@SuppressWarnings("MustBeClosedChecker")
	private void attach(Context context) {
		Context before = Context.current();
		this.attached.set(new Attached(context.makeCurrent(), before, this.attached.get()));
	}

	@SuppressWarnings("MustBeClosedChecker")
	private void closeWhatWasLeftOpen(Context before) {
		before.makeCurrent();
		if (before == Context.root()) {
			forgetCorrelation();
		}
		this.leftOpen.increment();
		if (this.leftOpen.sum() == 1) {
			logger.warn(
					"A task left the scope of a span or of baggage open on the thread {}. It was closed, so that "
							+ "the next task does not continue its trace; further ones are counted only",
					Thread.currentThread().getName());
		}
	}

	/**
	 * Let the listeners of Micrometer's bridge remove the ids from the MDC: they do so
	 * when a scope ends, but not when an empty context begins.
	 */
	private static void forgetCorrelation() {
		EMPTY.makeCurrent().close();
	}

	private @Nullable Observation observation() {
		Observation current = this.observations.getCurrentObservation();
		return (current instanceof NullObservation) ? null : current;
	}

	/**
	 * A context and the observation that was current with it.
	 *
	 * @param context the context
	 * @param observation the observation, or {@code null} if there was none
	 */
	record Captured(Context context, @Nullable Observation observation) {

	}

	/**
	 * What is attached to a thread.
	 *
	 * @param scope what detaches it
	 * @param before what was current before
	 * @param previous what this accessor attached before
	 */
	private record Attached(Scope scope, Context before, @Nullable Attached previous) {

	}

}
