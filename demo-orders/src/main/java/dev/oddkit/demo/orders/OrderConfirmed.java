package dev.oddkit.demo.orders;

import java.util.UUID;

/**
 * Says that an order is confirmed; heard only after that is committed.
 *
 * @param orderId the order
 */
record OrderConfirmed(UUID orderId) {

}
