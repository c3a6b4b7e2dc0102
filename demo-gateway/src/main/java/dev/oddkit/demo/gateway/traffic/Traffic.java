package dev.oddkit.demo.gateway.traffic;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import dev.oddkit.demo.gateway.ShopProperties;
import dev.oddkit.demo.gateway.traffic.TrafficCount.Outcome;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Places an order about once a second until it is stopped or its time is over. One run at
 * a time; a broken shop does not end it.
 */
@Component
class Traffic implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Traffic.class);

	private final Clock clock = Clock.systemUTC();

	private final Customer customer;

	private final ShopProperties.Traffic settings;

	// a plain thread: an executor of the application would carry on the trace of the
	// click
	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor((task) -> new Thread(task, "traffic"));

	private @Nullable ScheduledFuture<?> run;

	private @Nullable TrafficCount count;

	private @Nullable Instant endsAt;

	private @Nullable Outcome last;

	Traffic(Customer customer, ShopProperties shop) {
		this.customer = customer;
		this.settings = shop.traffic();
	}

	synchronized TrafficState start() {
		if (this.run == null) {
			Instant now = this.clock.instant();
			TrafficCount fresh = new TrafficCount(now);
			this.count = fresh;
			this.endsAt = now.plus(this.settings.duration());
			this.run = this.thread.scheduleWithFixedDelay(() -> order(fresh), 0, this.settings.interval().toMillis(),
					TimeUnit.MILLISECONDS);
		}
		return state();
	}

	synchronized TrafficState stop() {
		if (this.run != null) {
			this.run.cancel(false);
			this.run = null;
		}
		return state();
	}

	synchronized TrafficState state() {
		return (this.count != null) ? this.count.state(this.run != null, this.clock.instant(), this.endsAt)
				: TrafficState.NEVER_STARTED;
	}

	private void order(TrafficCount count) {
		if (isOver()) {
			stop();
			return;
		}
		Outcome outcome = this.customer.order();
		count.add(outcome, this.clock.instant());
		if ((outcome == Outcome.FAILED) != (this.last == Outcome.FAILED)) {
			logger.info((outcome == Outcome.FAILED) ? "Traffic: orders fail now" : "Traffic: orders go through");
		}
		this.last = outcome;
	}

	private synchronized boolean isOver() {
		return this.endsAt == null || this.clock.instant().isAfter(this.endsAt);
	}

	@Override
	public void close() {
		stop();
		this.thread.shutdownNow();
	}

}
