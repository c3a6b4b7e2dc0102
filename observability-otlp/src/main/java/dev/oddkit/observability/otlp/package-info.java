/**
 * Receives OTLP over HTTP, decodes it into immutable records and keeps a bounded part of
 * it in memory. It stores nothing on disk and forwards nothing.
 */
@NullMarked
package dev.oddkit.observability.otlp;

import org.jspecify.annotations.NullMarked;
