/**
 * Benchmarks of the guard. The package is that of the room, whose classes are not public.
 */
package dev.oddkit.observability.cardinality;
