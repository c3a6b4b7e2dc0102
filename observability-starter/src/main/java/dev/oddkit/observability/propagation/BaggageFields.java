package dev.oddkit.observability.propagation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The baggage that may leave. What stays here is counted, and said once.
 */
class BaggageFields {

	private static final Logger logger = LoggerFactory.getLogger(BaggageFields.class);

	private final Set<String> allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	private final LongAdder withheld = new LongAdder();

	private final AtomicBoolean said = new AtomicBoolean();

	private final List<String> headers;

	/**
	 * Create the list.
	 * @param fields the fields that leave within the baggage
	 * @param headers the fields that leave within the baggage and as headers of their own
	 */
	BaggageFields(List<String> fields, List<String> headers) {
		this.allowed.addAll(fields);
		this.allowed.addAll(headers);
		this.headers = headers;
	}

	List<String> headers() {
		return this.headers;
	}

	boolean allowAll() {
		return this.allowed.contains("*");
	}

	boolean allow(String field) {
		if (this.allowed.contains(field)) {
			return true;
		}
		this.withheld.increment();
		if (this.said.compareAndSet(false, true)) {
			logger.info("Baggage is not passed on to other services unless its field is listed in "
					+ "observability.propagation.baggage.fields; withheld entries are counted in /actuator/observability");
		}
		return false;
	}

	Map<String, Long> state() {
		return Map.of("baggage-entries-withheld", this.withheld.sum());
	}

}
