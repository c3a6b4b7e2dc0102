/**
 * Who receives our context, whose context do we believe, which threads carry it? W3C
 * Trace Context and Baggage by default; the trace id goes back to a caller only when a
 * header is named.
 */
@NullMarked
package dev.oddkit.observability.propagation;

import org.jspecify.annotations.NullMarked;
