/**
 * Knows the products and what is on the shelf. Reserves for orders, and refuses to sell
 * what is not there; it knows neither customers nor orders.
 */
@NullMarked
package dev.oddkit.demo.inventory;

import org.jspecify.annotations.NullMarked;
