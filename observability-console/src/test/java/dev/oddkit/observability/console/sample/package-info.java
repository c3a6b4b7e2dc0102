/**
 * Telemetry of a small shop, made up but with real bytes.
 */
@NullMarked
package dev.oddkit.observability.console.sample;

import org.jspecify.annotations.NullMarked;
