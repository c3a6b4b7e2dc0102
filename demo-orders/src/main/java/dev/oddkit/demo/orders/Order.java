package dev.oddkit.demo.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param id its number
 * @param customer who it is for
 * @param status how far it has come
 * @param reason why it was rejected
 * @param createdAt when it came in
 * @param confirmationSentAt when the customer was told
 * @param items what was ordered
 */
public record Order(UUID id, String customer, Status status, @Nullable String reason, Instant createdAt,
		@Nullable Instant confirmationSentAt, List<Item> items) {

	/**
	 * Adds up the items that have a price.
	 * @return the value in euros
	 */
	@JsonProperty
	public BigDecimal total() {
		return this.items.stream().map(Item::total).reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	/**
	 * How far an order has come.
	 */
	public enum Status {

		/** Stored; whether the items are reserved is not known yet. */
		PENDING,

		/** The items are reserved. */
		CONFIRMED,

		/** Inventory declined. */
		REJECTED

	}

	/**
	 * A line of an order; without a price until it is reserved.
	 *
	 * @param sku the code of the product
	 * @param quantity how many
	 * @param unitPrice euros for one
	 */
	public record Item(String sku, int quantity, @Nullable BigDecimal unitPrice) {

		BigDecimal total() {
			return (this.unitPrice != null) ? this.unitPrice.multiply(BigDecimal.valueOf(this.quantity))
					: BigDecimal.ZERO;
		}

	}

}
