package dev.oddkit.demo.inventory;

/**
 * How many of a product are on the shelf.
 *
 * @param sku the code of the product
 * @param available how many can still be reserved
 */
record StockLevel(String sku, int available) {

}
