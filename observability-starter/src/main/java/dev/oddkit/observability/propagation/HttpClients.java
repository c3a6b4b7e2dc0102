package dev.oddkit.observability.propagation;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * A family of HTTP clients that may be made without Spring Boot's builders, so that
 * nobody observes their calls.
 */
interface HttpClients {

	/**
	 * Say whether a field of this type may hold a client of the family.
	 */
	boolean mayBe(Class<?> type);

	/**
	 * Say whether this is a client of the family, or a builder of one, that is not
	 * observed. One that has a registry of its own or an interceptor of OpenTelemetry's
	 * is.
	 */
	boolean isUnobserved(Object candidate);

	/**
	 * Say whether a client cannot be changed any more.
	 */
	boolean isFixed(Object client);

	/**
	 * Have a client observed.
	 * @return the same client, or an observed copy of one that is fixed
	 */
	Object observe(Object client);

	/**
	 * Say whether a client of Spring's lacks a registry. No method of it is called: a
	 * proxy would ask for its target, whose scope may not be active, and a mock would
	 * record the call.
	 */
	static boolean lacksRegistry(Object client) {
		return isNone(PrivateField.read(client, "observationRegistry"));
	}

	/**
	 * Say whether a registry is none, or that of an application that is closed.
	 */
	private static boolean isNone(@Nullable Object registry) {
		return registry == ObservationRegistry.NOOP
				|| (registry instanceof LateObservationRegistry late && late.isStopped());
	}

	/**
	 * Say whether an interceptor makes spans by OpenTelemetry's API already.
	 */
	static boolean traces(Object interceptor) {
		return interceptor.getClass().getName().startsWith("io.opentelemetry.");
	}

}
