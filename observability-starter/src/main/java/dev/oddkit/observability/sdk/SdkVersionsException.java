package dev.oddkit.observability.sdk;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Says that the OpenTelemetry artifacts on the class path are older than the starter's or
 * not there.
 */
class SdkVersionsException extends RuntimeException {

	private final String required;

	private final transient Map<String, @Nullable String> found;

	SdkVersionsException(String required, Map<String, @Nullable String> found) {
		super("OpenTelemetry " + required + " or later is required, found " + found);
		this.required = required;
		this.found = found;
	}

	String getRequired() {
		return this.required;
	}

	Map<String, @Nullable String> getFound() {
		return this.found;
	}

}
