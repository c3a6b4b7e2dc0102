package dev.oddkit.observability.cardinality;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Shows who is folded, and begins anew on demand: counts, estimates and warnings are
 * forgotten, and the places of keys that had too few are free for all. That needs
 * {@code management.endpoint.cardinality.access=unrestricted}.
 */
@Endpoint(id = "cardinality", defaultAccess = Access.READ_ONLY)
class CardinalityEndpoint {

	private final Offenders offenders;

	private final Retirement retirement;

	private final InstrumentGuards instruments;

	CardinalityEndpoint(Offenders offenders, Retirement retirement, InstrumentGuards instruments) {
		this.offenders = offenders;
		this.retirement = retirement;
		this.instruments = instruments;
	}

	@ReadOperation
	Map<String, ?> cardinality() {
		return this.offenders.describe();
	}

	@DeleteOperation
	void reset() {
		this.retirement.reset();
		this.instruments.reset();
	}

}
