package dev.oddkit.stack.verify;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the hops of one run share: the flags, the trace that is followed, and when it
 * began.
 */
final class Walk {

	static final List<String> SHOP = List.of("gateway", "orders", "inventory");

	final Flags flags;

	final Http http;

	final Instant began = Instant.now();

	final CollectorMetrics collector;

	String traceId = "";

	Walk(Flags flags, Http http) {
		this.flags = flags;
		this.http = http;
		this.collector = new CollectorMetrics(this);
	}

	boolean ofShop() {
		return !this.flags.set(Flag.SERVICE);
	}

	List<String> services() {
		return ofShop() ? SHOP : List.of(this.flags.get(Flag.SERVICE));
	}

	/** The scrape pages of the services that are looked at. */
	Map<String, URI> scrapes() {
		Map<String, URI> scrapes = new LinkedHashMap<>(this.flags.scrapes());
		scrapes.keySet().retainAll(services());
		return scrapes;
	}

	/** Tries again until it is enough or patience is over; returns the last try. */
	<T> T await(Supplier<T> attempt, Predicate<T> enough) {
		Instant end = Instant.now().plus(this.flags.patience());
		T last = attempt.get();
		while (!enough.test(last) && Instant.now().isBefore(end)) {
			pause();
			last = attempt.get();
		}
		return last;
	}

	/** Returns those services of which the question finds nothing, waiting for each. */
	List<String> missing(Predicate<String> found) {
		List<String> wanted = new ArrayList<>(services());
		return await(() -> {
			wanted.removeIf(found);
			return wanted;
		}, List::isEmpty);
	}

	private static void pause() {
		try {
			Thread.sleep(500);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

}
