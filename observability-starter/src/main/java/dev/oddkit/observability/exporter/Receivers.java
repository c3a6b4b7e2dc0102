package dev.oddkit.observability.exporter;

import java.util.List;
import java.util.function.Consumer;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, while the SDK builds one pipeline, who will receive its items. The user's
 * exporters join one of the SDK's, which leads and is booked: OTLP if it is there, and
 * never the console, which would make them work on the caller's thread.
 */
class Receivers {

	private final String property;

	private int count;

	private boolean led;

	private boolean booked;

	Receivers(String property) {
		this.property = property;
	}

	void add(int exporters) {
		this.count += exporters;
	}

	/**
	 * Decide whether an exporter of the SDK's leads.
	 * @param exporter the exporter
	 * @param otlp whether it speaks OTLP
	 * @param config what the SDK was given
	 * @return whether the user's exporters join it
	 */
	boolean leads(Object exporter, boolean otlp, ConfigProperties config) {
		List<String> names = config.getList(this.property);
		if (this.led || isConsole(exporter) || (!otlp && names.contains("otlp"))) {
			return false;
		}
		this.led = true;
		return true;
	}

	private static boolean isConsole(Object exporter) {
		return exporter.getClass().getName().startsWith("io.opentelemetry.exporter.logging.");
	}

	boolean led() {
		return this.led;
	}

	void book() {
		this.booked = true;
	}

	boolean booked() {
		return this.booked;
	}

	boolean none() {
		return this.count == 0 && !this.booked;
	}

	static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
		if (value != null) {
			setter.accept(value);
		}
	}

}
