package dev.oddkit.observability.otlp;

/**
 * The instrumentation library that produced the telemetry.
 *
 * @param name the name, empty when the sender gave none
 * @param version the version, empty when the sender gave none
 */
public record Scope(String name, String version) {
}
