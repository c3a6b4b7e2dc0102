package dev.oddkit.observability.sdk;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;

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

	private TelemetryAnnotations() {
	}

	static boolean isPresentOn(Class<?> type) {
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

	private static boolean isPresent(Class<?> type) {
		if (type == Object.class) {
			return false;
		}
		Class<?> parent = type.getSuperclass();
		return isAnnotated(type) || Arrays.stream(type.getDeclaredMethods()).anyMatch(TelemetryAnnotations::isAnnotated)
				|| (parent != null && isPresent(parent))
				|| Arrays.stream(type.getInterfaces()).anyMatch(TelemetryAnnotations::isPresent);
	}

	private static boolean isAnnotated(AnnotatedElement element) {
		return isOfTelemetry(element.getDeclaredAnnotations()) || (element instanceof Method method
				&& Arrays.stream(method.getParameterAnnotations()).anyMatch(TelemetryAnnotations::isOfTelemetry));
	}

	private static boolean isOfTelemetry(Annotation[] annotations) {
		return Arrays.stream(annotations)
			.map((annotation) -> annotation.annotationType().getName())
			.anyMatch((name) -> name.startsWith(MICROMETER) || name.startsWith(WITH_SPAN));
	}

}
