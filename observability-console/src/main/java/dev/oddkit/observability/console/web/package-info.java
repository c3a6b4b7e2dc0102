/**
 * Serves the page, its JSON and its event stream; knows nothing of telemetry.
 */
@NullMarked
package dev.oddkit.observability.console.web;

import org.jspecify.annotations.NullMarked;
