package dev.oddkit.observability.metrics;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeansException;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Keeps a meter whose function throws from taking all others out of the scrape. It is
 * left out, named once, and back as soon as it can be read.
 */
final class TolerantCollector implements MultiCollector {

	private static final Logger logger = LoggerFactory.getLogger(TolerantCollector.class);

	private final MultiCollector collector;

	private final AtomicBoolean told = new AtomicBoolean();

	TolerantCollector(MultiCollector collector) {
		this.collector = collector;
	}

	private MetricSnapshots read(Supplier<MetricSnapshots> collected) {
		try {
			return collected.get();
		}
		catch (RuntimeException ex) {
			if (this.told.compareAndSet(false, true)) {
				logger.warn("The meter {} cannot be read and is left out of the scrape", name(), ex);
			}
			return new MetricSnapshots();
		}
	}

	/**
	 * Micrometer's collectors tell nobody for which meter they are.
	 */
	private Object name() {
		try {
			return Objects.requireNonNull(new DirectFieldAccessor(this.collector).getPropertyValue("conventionName"));
		}
		catch (BeansException | NullPointerException ex) {
			return this.collector.getPrometheusNames();
		}
	}

	@Override
	public MetricSnapshots collect() {
		return read(this.collector::collect);
	}

	@Override
	public MetricSnapshots collect(PrometheusScrapeRequest request) {
		return read(() -> this.collector.collect(request));
	}

	@Override
	public MetricSnapshots collect(Predicate<String> includedNames) {
		return read(() -> this.collector.collect(includedNames));
	}

	@Override
	public MetricSnapshots collect(Predicate<String> includedNames, PrometheusScrapeRequest request) {
		return read(() -> this.collector.collect(includedNames, request));
	}

	@Override
	public List<MetricFamilyDescriptor> getMetricFamilyDescriptors() {
		return this.collector.getMetricFamilyDescriptors();
	}

	@Override
	public List<String> getPrometheusNames() {
		return this.collector.getPrometheusNames();
	}

	@Override
	public @Nullable MetricType getMetricType(String name) {
		return this.collector.getMetricType(name);
	}

	@Override
	public @Nullable Set<String> getLabelNames(String name) {
		return this.collector.getLabelNames(name);
	}

	@Override
	public @Nullable MetricMetadata getMetadata(String name) {
		return this.collector.getMetadata(name);
	}

	/**
	 * Who registered a collector takes it back as it was.
	 */
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TolerantCollector tolerant && this.collector.equals(tolerant.collector);
	}

	@Override
	public int hashCode() {
		return this.collector.hashCode();
	}

}
