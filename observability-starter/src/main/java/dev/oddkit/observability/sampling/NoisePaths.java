package dev.oddkit.observability.sampling;

import java.util.function.Predicate;

/**
 * Recognises the paths of requests that are not worth a trace.
 */
@FunctionalInterface
interface NoisePaths extends Predicate<String> {

}
