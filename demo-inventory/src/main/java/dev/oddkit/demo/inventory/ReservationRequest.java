package dev.oddkit.demo.inventory;

import java.util.UUID;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * What an order wants to have reserved.
 *
 * @param orderId the order; it can hold one reservation
 * @param sku the code of the product
 * @param quantity how many
 */
record ReservationRequest(@NotNull UUID orderId, @NotBlank String sku, @Min(1) int quantity) {

}
