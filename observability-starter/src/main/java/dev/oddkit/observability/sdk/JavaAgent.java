package dev.oddkit.observability.sdk;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

/**
 * Knows whether OpenTelemetry's Java agent is at work in this JVM. Its jar on the class
 * path is not enough, and one that was switched off does not count.
 */
final class JavaAgent {

	/**
	 * An attached agent is loaded by the bootstrap class loader, whose name is
	 * {@code null}.
	 */
	private static final String BOOTSTRAP_CLASS = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

	private JavaAgent() {
	}

	static boolean isAtWork() {
		return isAttached() && GlobalOpenTelemetry.isSet();
	}

	static OpenTelemetry openTelemetry() {
		return GlobalOpenTelemetry.get();
	}

	private static boolean isAttached() {
		try {
			Class.forName(BOOTSTRAP_CLASS, false, null);
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

}
