package dev.oddkit.demo.gateway.traffic;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How the traffic goes.
 *
 * @param running whether orders are being placed
 * @param ordersPerSecond measured over the last ten seconds
 * @param placed orders so far
 * @param confirmed how many of them were confirmed
 * @param refused how many were out of stock; the product was restocked then
 * @param failed how many met a broken service
 * @param endsAt when it stops by itself
 */
record TrafficState(boolean running, double ordersPerSecond, long placed, long confirmed, long refused, long failed,
		@Nullable Instant endsAt) {

	static final TrafficState NEVER_STARTED = new TrafficState(false, 0, 0, 0, 0, 0, null);

}
