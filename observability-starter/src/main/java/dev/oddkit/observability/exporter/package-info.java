/**
 * Where does each signal go, and what happens while the backend is down? The room aims
 * the SDK's exporters, counts what they deliver and what they lose, and says so in one
 * line per change of state. It never delays the caller.
 */
@NullMarked
package dev.oddkit.observability.exporter;

import org.jspecify.annotations.NullMarked;
