package dev.oddkit.observability.otlp;

/**
 * A record as the store keeps it.
 *
 * @param <T> the kind of record
 * @param value the record
 * @param bytes its estimated bytes
 */
record Sized<T>(T value, long bytes) {
}
