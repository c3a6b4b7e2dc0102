package dev.oddkit.observability.propagation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The registry of the application for those who are made before it. Until all singletons
 * exist it observes nothing: whoever asked for the bean earlier could make it before its
 * handlers, or from within the exporter that it leads to.
 */
class LateObservationRegistry implements ObservationRegistry {

	private volatile @Nullable ObjectProvider<ObservationRegistry> registries;

	private volatile boolean wanted;

	private volatile boolean started;

	private volatile ObservationRegistry registry = NOOP;

	LateObservationRegistry(ObjectProvider<ObservationRegistry> registries) {
		this.registries = registries;
	}

	/**
	 * Announce that somebody has this registry: only then is the bean asked for.
	 */
	LateObservationRegistry wanted() {
		this.wanted = true;
		resolve();
		return this;
	}

	/**
	 * Announce that all singletons exist.
	 */
	void start() {
		this.started = true;
		resolve();
	}

	private void resolve() {
		ObjectProvider<ObservationRegistry> registries = this.registries;
		if (this.started && this.wanted && this.registry == NOOP && registries != null) {
			this.registry = registries.getIfUnique(() -> NOOP);
		}
	}

	/**
	 * Let go of the application, which a static client may outlive.
	 */
	void stop() {
		this.registries = null;
		this.registry = NOOP;
	}

	boolean isStopped() {
		return this.registries == null;
	}

	@Override
	public boolean isNoop() {
		return this.registry.isNoop();
	}

	@Override
	public @Nullable Observation getCurrentObservation() {
		return this.registry.getCurrentObservation();
	}

	@Override
	public Observation.@Nullable Scope getCurrentObservationScope() {
		return this.registry.getCurrentObservationScope();
	}

	@Override
	public void setCurrentObservationScope(Observation.@Nullable Scope scope) {
		this.registry.setCurrentObservationScope(scope);
	}

	@Override
	public ObservationConfig observationConfig() {
		return this.registry.observationConfig();
	}

}
