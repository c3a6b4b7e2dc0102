package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

/**
 * Gives timers the bounds of {@code observability.metrics.buckets}. Bounds that a meter
 * or {@code management.metrics.distribution} states win.
 */
class FixedBuckets implements MeterFilter {

	private final Map<String, List<Duration>> buckets;

	FixedBuckets(Map<String, List<Duration>> buckets) {
		this.buckets = buckets;
	}

	@Override
	public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
		List<Duration> bounds = (id.getType() == Meter.Type.TIMER) ? this.buckets.get(id.getName()) : null;
		return (bounds != null) ? config.merge(fixed(bounds)) : config;
	}

	private static DistributionStatisticConfig fixed(List<Duration> bounds) {
		return DistributionStatisticConfig.builder()
			.serviceLevelObjectives(bounds.stream().mapToDouble(Duration::toNanos).toArray())
			.build();
	}

}
