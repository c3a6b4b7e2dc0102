package dev.oddkit.observability.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.NoPauseDetector;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives timers and summaries with buckets those of a native histogram too. Everything
 * else stays as Micrometer makes it: names, labels, fixed buckets, exemplars, maximum.
 */
class NativePrometheusRegistry extends PrometheusMeterRegistry {

	private final NativeHistograms histograms;

	NativePrometheusRegistry(PrometheusConfig config, PrometheusRegistry registry, Clock clock,
			@Nullable SpanContext spanContext, NativeHistograms histograms) {
		super(config, registry, clock, spanContext);
		this.histograms = histograms;
		config().onMeterRemoved((meter) -> histograms.remove(meter.getId(), getConventionName(meter.getId()),
				getConventionTags(meter.getId())));
	}

	@Override
	protected Timer newTimer(Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
		if (!config.isPublishingHistogram()) {
			return super.newTimer(id, config, pauses);
		}
		Timer fixed = super.newTimer(id, config, new NoPauseDetector());
		return new NativeTimer(fixed, this.clock, pauses, counts(id));
	}

	@Override
	public DistributionSummary newDistributionSummary(Meter.Id id, DistributionStatisticConfig config, double scale) {
		if (!config.isPublishingHistogram()) {
			return super.newDistributionSummary(id, config, scale);
		}
		return new NativeSummary(super.newDistributionSummary(id, config, 1), scale, counts(id));
	}

	private ExponentialCounts counts(Meter.Id id) {
		ExponentialCounts counts = new ExponentialCounts();
		this.histograms.add(id, getConventionName(id), getConventionTags(id), counts);
		return counts;
	}

}
