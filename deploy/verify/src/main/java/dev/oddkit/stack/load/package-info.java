/**
 * Customers for a while.
 */
@NullMarked
package dev.oddkit.stack.load;

import org.jspecify.annotations.NullMarked;
