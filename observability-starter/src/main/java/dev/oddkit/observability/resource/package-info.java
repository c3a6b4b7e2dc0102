/**
 * Who is this? The room names the service, its namespace, version, environment and
 * instance, the same on every signal. Values that OTEL_* variables give win.
 */
@NullMarked
package dev.oddkit.observability.resource;

import org.jspecify.annotations.NullMarked;
