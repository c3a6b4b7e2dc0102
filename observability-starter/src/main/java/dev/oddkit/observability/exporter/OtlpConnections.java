package dev.oddkit.observability.exporter;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The URLs of service connections, whose types exist only with the module of the signal.
 */
@FunctionalInterface
interface OtlpConnections {

	Map<Signal, String> urls();

	static <T> Map<Signal, String> url(Signal signal, @Nullable T details, Function<T, @Nullable String> url) {
		String value = (details != null) ? url.apply(details) : null;
		return (value != null) ? Map.of(signal, value) : Map.of();
	}

}
