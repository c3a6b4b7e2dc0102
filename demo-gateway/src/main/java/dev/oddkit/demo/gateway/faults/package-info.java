/**
 * Everything that goes wrong on purpose, one endpoint each. Nothing outside this package
 * depends on it.
 */
@NullMarked
package dev.oddkit.demo.gateway.faults;

import org.jspecify.annotations.NullMarked;
