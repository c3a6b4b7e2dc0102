/**
 * Walks every hop from a service to Grafana and says which one is broken.
 */
@NullMarked
package dev.oddkit.stack.verify;

import org.jspecify.annotations.NullMarked;
