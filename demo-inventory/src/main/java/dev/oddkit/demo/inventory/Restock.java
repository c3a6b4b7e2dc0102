package dev.oddkit.demo.inventory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/**
 * A delivery for the shelf.
 *
 * @param sku the code of the product
 * @param quantity how many arrived
 */
record Restock(@NotBlank String sku, @Min(1) @Max(Stock.SHELF) int quantity) {

}
