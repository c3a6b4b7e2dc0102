/**
 * Tests of the guard against a naive model.
 */
package dev.oddkit.observability.cardinality.core;
