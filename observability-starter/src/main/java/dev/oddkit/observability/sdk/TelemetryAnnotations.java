package dev.oddkit.observability.sdk;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds annotations of Micrometer and OpenTelemetry on a class, on what it inherits from
 * and on the methods of all of these. It says yes rather too often: AspectJ has the last
 * word.
 */
final class TelemetryAnnotations {

	private static final String MICROMETER = "io.micrometer.";

	private static final String WITH_SPAN = "io.opentelemetry.instrumentation.annotations.";

	private static final String WITH_SPAN_ASPECTS = "io.opentelemetry.instrumentation.spring.autoconfigure.internal."
			+ "instrumentation.annotations.";

	private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

	boolean isPresentOn(Class<?> type) {
		try {
			return isPresent(type);
		}
		catch (LinkageError | TypeNotPresentException ex) {
			return true;
		}
	}

	/**
	 * Tell whether an aspect looks for nothing but these annotations.
	 * @param aspect the class of the aspect
	 * @return whether it does
	 */
	static boolean isFor(Class<?> aspect) {
		return aspect.getName().startsWith(MICROMETER) || aspect.getName().startsWith(WITH_SPAN_ASPECTS);
	}

	private boolean isPresent(Class<?> type) {
		if (type.getName().startsWith("java.")) {
			return false;
		}
		Boolean known = this.known.get(type);
		if (known == null) {
			known = isAnnotated(type) || isInherited(type);
			this.known.put(type, known);
		}
		return known;
	}

	private boolean isInherited(Class<?> type) {
		Class<?> parent = type.getSuperclass();
		if (parent != null && isPresent(parent)) {
			return true;
		}
		for (Class<?> parentInterface : type.getInterfaces()) {
			if (isPresent(parentInterface)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAnnotated(Class<?> type) {
		if (isOfTelemetry(type.getDeclaredAnnotations())) {
			return true;
		}
		for (Method method : type.getDeclaredMethods()) {
			if (isOfTelemetry(method.getDeclaredAnnotations())
					|| (method.getParameterCount() > 0 && isOfTelemetry(method.getParameterAnnotations()))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOfTelemetry(Annotation[]... places) {
		for (Annotation[] annotations : places) {
			for (Annotation annotation : annotations) {
				String name = annotation.annotationType().getName();
				if (name.startsWith(MICROMETER) || name.startsWith(WITH_SPAN)) {
					return true;
				}
			}
		}
		return false;
	}

}
