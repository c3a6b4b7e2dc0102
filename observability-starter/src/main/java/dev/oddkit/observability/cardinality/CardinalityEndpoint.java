package dev.oddkit.observability.cardinality;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Shows who is folded, and forgets it on demand: counts, estimates and warnings start
 * anew, series that exist stay. Forgetting needs
 * {@code management.endpoint.cardinality.access=unrestricted}.
 */
@Endpoint(id = "cardinality", defaultAccess = Access.READ_ONLY)
class CardinalityEndpoint {

	private final Offenders offenders;

	CardinalityEndpoint(Offenders offenders) {
		this.offenders = offenders;
	}

	@ReadOperation
	Map<String, ?> cardinality() {
		return this.offenders.describe();
	}

	@DeleteOperation
	void reset() {
		this.offenders.reset();
	}

}
