/**
 * The door of the shop: the page, and a REST API that passes on to orders and inventory.
 * It stores nothing and decides nothing about orders or stock.
 */
@NullMarked
package dev.oddkit.demo.gateway;

import org.jspecify.annotations.NullMarked;
