/**
 * Everything that goes wrong on purpose. Nothing outside this package depends on it.
 */
@NullMarked
package dev.oddkit.demo.inventory.faults;

import org.jspecify.annotations.NullMarked;
