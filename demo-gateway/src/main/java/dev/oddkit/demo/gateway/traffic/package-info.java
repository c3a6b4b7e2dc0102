/**
 * Customers who never get tired: gentle traffic that ends by itself.
 */
@NullMarked
package dev.oddkit.demo.gateway.traffic;

import org.jspecify.annotations.NullMarked;
