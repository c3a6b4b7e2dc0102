/**
 * What a service costs with and without the starter.
 */
package dev.oddkit.observability.overhead;
