package dev.oddkit.observability.cardinality;

import java.time.Duration;
import java.util.Arrays;

import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import org.jspecify.annotations.Nullable;

/**
 * Turns the configuration of a timer back into what its builder takes.
 */
final class DistributionConfigs {

	private DistributionConfigs() {
	}

	static @Nullable Duration duration(@Nullable Double nanos) {
		return (nanos != null) ? Duration.ofNanos(nanos.longValue()) : null;
	}

	static Duration @Nullable [] objectives(DistributionStatisticConfig configuration) {
		double[] boundaries = configuration.getServiceLevelObjectiveBoundaries();
		return (boundaries != null)
				? Arrays.stream(boundaries).mapToObj((nanos) -> Duration.ofNanos((long) nanos)).toArray(Duration[]::new)
				: null;
	}

}
