/**
 * Checks what the page reads, with real OTLP bytes in and real HTTP out.
 */
@NullMarked
package dev.oddkit.observability.console.api;

import org.jspecify.annotations.NullMarked;
