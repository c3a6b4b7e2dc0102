package dev.oddkit.demo.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer wants.
 *
 * @param customer who it is for
 * @param sku the code of the product
 * @param quantity how many
 */
record NewOrder(@NotBlank @Size(max = 64) @Nullable String customer, @NotBlank @Size(max = 32) @Nullable String sku,
		@Min(1) @Max(1000) int quantity) {

}
