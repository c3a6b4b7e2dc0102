/**
 * Everything that goes wrong on purpose. Nothing outside this package depends on it.
 */
@NullMarked
package dev.oddkit.demo.orders.faults;

import org.jspecify.annotations.NullMarked;
