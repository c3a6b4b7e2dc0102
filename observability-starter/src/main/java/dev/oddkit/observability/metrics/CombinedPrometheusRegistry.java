package dev.oddkit.observability.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the metrics of the OpenTelemetry API to each scrape. One that has the name of a
 * Micrometer meter is of its family; where its type is another, or a series of it is
 * there already, it is left out and named once, and so is a Micrometer meter with the
 * name of what an earlier one has beside it: the formats would fail the whole scrape.
 */
class CombinedPrometheusRegistry extends PrometheusRegistry {

	private static final Logger logger = LoggerFactory.getLogger(CombinedPrometheusRegistry.class);

	private final OpenTelemetryMetrics openTelemetry;

	private final UnaryOperator<MetricSnapshot> micrometer;

	/**
	 * Both in the order in which they came, which the registry forgets: whoever is first
	 * keeps a name that two have.
	 */
	private final Queue<Collector> collectors = new ConcurrentLinkedQueue<>();

	private final Queue<TolerantCollector> multiCollectors = new ConcurrentLinkedQueue<>();

	private final Set<String> clashes = ConcurrentHashMap.newKeySet();

	CombinedPrometheusRegistry(OpenTelemetryMetrics openTelemetry, UnaryOperator<MetricSnapshot> micrometer) {
		this.openTelemetry = openTelemetry;
		this.micrometer = micrometer;
	}

	@Override
	public void register(Collector collector) {
		super.register(collector);
		this.collectors.add(collector);
	}

	@Override
	public void register(MultiCollector collector) {
		TolerantCollector tolerant = new TolerantCollector(collector);
		super.register(tolerant);
		this.multiCollectors.add(tolerant);
	}

	@Override
	public void unregister(Collector collector) {
		super.unregister(collector);
		this.collectors.remove(collector);
	}

	@Override
	public void unregister(MultiCollector collector) {
		TolerantCollector tolerant = new TolerantCollector(collector);
		super.unregister(tolerant);
		this.multiCollectors.remove(tolerant);
	}

	@Override
	public void clear() {
		super.clear();
		this.collectors.clear();
		this.multiCollectors.clear();
	}

	@Override
	public MetricSnapshots scrape(@Nullable PrometheusScrapeRequest request) {
		return scrape((name) -> true, request);
	}

	@Override
	public MetricSnapshots scrape(Predicate<String> includedNames, @Nullable PrometheusScrapeRequest request) {
		List<MetricSnapshot> micrometer = new ArrayList<>();
		this.collectors.forEach((collector) -> {
			MetricSnapshot snapshot = (request != null) ? collector.collect(includedNames, request)
					: collector.collect(includedNames);
			if (snapshot != null) {
				micrometer.add(snapshot);
			}
		});
		this.multiCollectors.forEach((collector) -> ((request != null) ? collector.collect(includedNames, request)
				: collector.collect(includedNames))
			.forEach(micrometer::add));
		return combine(micrometer, includedNames);
	}

	Set<String> clashes() {
		return Set.copyOf(this.clashes);
	}

	private MetricSnapshots combine(List<MetricSnapshot> micrometer, Predicate<String> includedNames) {
		Map<String, List<MetricSnapshot>> families = new HashMap<>();
		MetricSnapshots.Builder combined = MetricSnapshots.builder();
		micrometer.forEach((snapshot) -> {
			if (joins(family(families, snapshot), snapshot, "Micrometer")) {
				combined.metricSnapshot(this.micrometer.apply(snapshot));
			}
		});
		this.openTelemetry.collect().forEach((snapshot) -> {
			if (includedNames.test(snapshot.getMetadata().getPrometheusName())) {
				List<MetricSnapshot> family = family(families, snapshot);
				MetricSnapshot relative = family.isEmpty() ? snapshot : inFamily(snapshot, family.get(0));
				if (joins(family, relative, "the OpenTelemetry API")) {
					combined.metricSnapshot(relative);
				}
			}
		});
		return combined.build();
	}

	private static List<MetricSnapshot> family(Map<String, List<MetricSnapshot>> families, MetricSnapshot snapshot) {
		return families.computeIfAbsent(snapshot.getMetadata().getPrometheusName(), (name) -> new ArrayList<>());
	}

	/**
	 * Micrometer has the unit in the name only, and the formats allow a family one unit.
	 * It calls a summary what has no bounds.
	 */
	private static MetricSnapshot inFamily(MetricSnapshot snapshot, MetricSnapshot other) {
		MetricMetadata metadata = other.getMetadata();
		if (metadata.getUnit() != null || snapshot.getMetadata().getUnit() == null) {
			return snapshot;
		}
		if (snapshot instanceof HistogramSnapshot histogram) {
			return (other instanceof SummarySnapshot && HistogramSummary.hasNoBounds(histogram))
					? HistogramSummary.of(histogram, metadata)
					: new HistogramSnapshot(metadata, histogram.getDataPoints());
		}
		if (snapshot instanceof CounterSnapshot counter) {
			return new CounterSnapshot(metadata, counter.getDataPoints());
		}
		return (snapshot instanceof GaugeSnapshot gauge) ? new GaugeSnapshot(metadata, gauge.getDataPoints())
				: snapshot;
	}

	private static boolean disjoint(MetricSnapshot snapshot, MetricSnapshot other) {
		Set<Labels> series = other.getDataPoints()
			.stream()
			.map(DataPointSnapshot::getLabels)
			.collect(Collectors.toSet());
		return snapshot.getDataPoints().stream().map(DataPointSnapshot::getLabels).noneMatch(series::contains);
	}

	private boolean joins(List<MetricSnapshot> family, MetricSnapshot snapshot, String api) {
		return family.stream().allMatch((member) -> fits(snapshot, member, api)) && family.add(snapshot);
	}

	private boolean fits(MetricSnapshot snapshot, MetricSnapshot other, String api) {
		if (other.getClass() == snapshot.getClass()
				&& Objects.equals(other.getMetadata().getUnit(), snapshot.getMetadata().getUnit())
				&& disjoint(snapshot, other)) {
			return true;
		}
		String name = snapshot.getMetadata().getPrometheusName();
		if (this.clashes.add(name)) {
			logger.warn(
					"Metric '{}' of {} ({}) has the name of another meter ({}) and is left "
							+ "out of the scrape. Rename one of them",
					name, api, snapshot.getClass().getSimpleName(), other.getClass().getSimpleName());
		}
		return false;
	}

}
