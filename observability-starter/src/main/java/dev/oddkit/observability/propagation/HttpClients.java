package dev.oddkit.observability.propagation;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.beans.DirectFieldAccessor;

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
		return isNone(field(client, "observationRegistry"));
	}

	/**
	 * Say whether a registry is none, or that of an application that is closed.
	 */
	private static boolean isNone(@Nullable Object registry) {
		return registry == ObservationRegistry.NOOP
				|| (registry instanceof LateObservationRegistry late && late.isStopped());
	}

	/**
	 * Read a private field; of a client that is not Spring's own it counts as unset.
	 */
	static @Nullable Object field(Object client, String name) {
		try {
			return new DirectFieldAccessor(client).getPropertyValue(name);
		}
		catch (BeansException ex) {
			return null;
		}
	}

	/**
	 * Say whether an interceptor makes spans by OpenTelemetry's API already.
	 */
	static boolean traces(Object interceptor) {
		return interceptor.getClass().getName().startsWith("io.opentelemetry.");
	}

}
