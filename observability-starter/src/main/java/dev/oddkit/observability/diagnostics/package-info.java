/**
 * What is on, where from, what was lost? The room shows what the others report at
 * {@code /actuator/observability}, which nobody sees until the user exposes it.
 */
@NullMarked
package dev.oddkit.observability.diagnostics;

import org.jspecify.annotations.NullMarked;
