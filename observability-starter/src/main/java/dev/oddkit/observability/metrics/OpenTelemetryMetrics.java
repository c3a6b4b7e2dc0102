package dev.oddkit.observability.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a scrape see what was recorded with the OpenTelemetry API, and the resource.
 * Meters that came from Micrometer for the sake of the push are left out: the scrape has
 * them already.
 */
class OpenTelemetryMetrics implements MetricReader {

	private static final Logger logger = LoggerFactory.getLogger(OpenTelemetryMetrics.class);

	private static final String MICROMETER_SCOPE = "io.opentelemetry.micrometer-1.5";

	private final Aggregation histograms;

	private final PrometheusFamilies families = new PrometheusFamilies();

	private final Set<String> broken = ConcurrentHashMap.newKeySet();

	private volatile CollectionRegistration registration = CollectionRegistration.noop();

	OpenTelemetryMetrics(Aggregation histograms) {
		this.histograms = histograms;
	}

	@Override
	public void register(CollectionRegistration registration) {
		this.registration = registration;
	}

	/**
	 * Return what the SDK has collected; the SDK and the exemplars serve one scrape at a
	 * time.
	 */
	synchronized List<MetricSnapshot> collect() {
		Collection<MetricData> metrics = this.registration.collectAllMetrics();
		List<MetricSnapshot> collected = new ArrayList<>(metrics.size() + 1);
		this.families.begin();
		for (MetricData metric : metrics) {
			if (!MICROMETER_SCOPE.equals(metric.getInstrumentationScopeInfo().getName())) {
				convert(metric, collected);
			}
		}
		metrics.stream()
			.findFirst()
			.map((metric) -> this.families.targetInfo(metric.getResource()))
			.ifPresent(collected::add);
		return collected;
	}

	private void convert(MetricData metric, List<MetricSnapshot> collected) {
		try {
			collected.add(this.families.convert(metric));
		}
		catch (IllegalArgumentException ex) {
			if (this.broken.add(metric.getName())) {
				logger.warn("Metric '{}' of the OpenTelemetry API is left out of the scrape: {}", metric.getName(),
						ex.getMessage());
			}
		}
	}

	@Override
	public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
		return AggregationTemporality.CUMULATIVE;
	}

	@Override
	public Aggregation getDefaultAggregation(InstrumentType instrumentType) {
		return (instrumentType == InstrumentType.HISTOGRAM) ? this.histograms : Aggregation.defaultAggregation();
	}

	@Override
	public CompletableResultCode forceFlush() {
		return CompletableResultCode.ofSuccess();
	}

	@Override
	public CompletableResultCode shutdown() {
		return CompletableResultCode.ofSuccess();
	}

}
