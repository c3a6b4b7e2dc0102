/**
 * The local console: an OTLP receiver, a bounded store and a web page in one process,
 * loopback only.
 */
@NullMarked
package dev.oddkit.observability.console;

import org.jspecify.annotations.NullMarked;
