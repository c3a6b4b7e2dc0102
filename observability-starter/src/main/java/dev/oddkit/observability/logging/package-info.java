/**
 * Is this log line linked to its trace and exported? Log events leave by the dependency
 * alone; the console stays as it is.
 */
@NullMarked
package dev.oddkit.observability.logging;

import org.jspecify.annotations.NullMarked;
