/**
 * Takes orders: stores them, has the items reserved at inventory, confirms them when that
 * is done. It refuses to guess: an order whose reservation is not known stays pending.
 */
@NullMarked
package dev.oddkit.demo.orders;

import org.jspecify.annotations.NullMarked;
