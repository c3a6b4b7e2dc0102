package dev.oddkit.demo.inventory;

import java.math.BigDecimal;

/**
 * A product, its price in euros and how many are on the shelf.
 *
 * @param sku the code of the product
 * @param name what it says on the label
 * @param price euros for one
 * @param available how many can still be reserved
 */
record Product(String sku, String name, BigDecimal price, int available) {

}
