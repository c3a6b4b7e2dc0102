package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.DoubleExemplarData;
import io.opentelemetry.sdk.metrics.data.ExemplarData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongExemplarData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Exemplars;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last exemplar of each bucket for five minutes: the SDK hands each out once,
 * so that of two scrapers, or two formats, only the first would see it. It forgets a
 * series when the SDK does, hence the SDK's limit bounds it.
 * <p>
 * Only the ids of the span become labels. The attributes that a view or the
 * instrumentation left out of the series stay out.
 */
class RecentExemplars {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private Map<Series, Map<Integer, ExemplarData>> previous = Map.of();

	private Map<Series, Map<Integer, ExemplarData>> current = new HashMap<>();

	/**
	 * Begin a scrape. Series that the last one did not ask for are forgotten.
	 */
	void begin() {
		this.previous = this.current;
		this.current = new HashMap<>();
	}

	/**
	 * Return the exemplars of a point, those of former scrapes included.
	 * @param metric the metric
	 * @param point one of its points
	 * @return the exemplars, one for each bucket at most
	 */
	Exemplars of(MetricData metric, PointData point) {
		return Exemplars.of(kept(metric, point).stream().map(RecentExemplars::convert).toList());
	}

	/**
	 * Return the newest exemplar of a point that has no buckets.
	 * @param metric the metric
	 * @param point one of its points
	 * @return the exemplar, or {@code null}
	 */
	@Nullable Exemplar newest(MetricData metric, PointData point) {
		return kept(metric, point).stream()
			.max(Comparator.comparingLong(ExemplarData::getEpochNanos))
			.map(RecentExemplars::convert)
			.orElse(null);
	}

	private Collection<ExemplarData> kept(MetricData metric, PointData point) {
		Series series = new Series(metric.getInstrumentationScopeInfo(), metric.getName(), point.getAttributes());
		Map<Integer, ExemplarData> kept = new HashMap<>(this.previous.getOrDefault(series, Map.of()));
		long oldest = point.getEpochNanos() - KEPT.toNanos();
		kept.values().removeIf((exemplar) -> exemplar.getEpochNanos() < oldest);
		for (ExemplarData exemplar : point.getExemplars()) {
			if (exemplar.getSpanContext().isValid()) {
				kept.merge(bucket(point, value(exemplar)), exemplar,
						(one, other) -> (one.getEpochNanos() > other.getEpochNanos()) ? one : other);
			}
		}
		if (!kept.isEmpty()) {
			this.current.put(series, kept);
		}
		return kept.values();
	}

	private static int bucket(PointData point, double value) {
		if (point instanceof HistogramPointData histogram) {
			List<Double> bounds = histogram.getBoundaries();
			int bucket = 0;
			while (bucket < bounds.size() && value > bounds.get(bucket)) {
				bucket++;
			}
			return bucket;
		}
		return Math.getExponent(value);
	}

	private static Exemplar convert(ExemplarData exemplar) {
		return Exemplar.builder()
			.value(value(exemplar))
			.traceId(exemplar.getSpanContext().getTraceId())
			.spanId(exemplar.getSpanContext().getSpanId())
			.timestampMillis(Duration.ofNanos(exemplar.getEpochNanos()).toMillis())
			.build();
	}

	private static double value(ExemplarData exemplar) {
		if (exemplar instanceof LongExemplarData integer) {
			return integer.getValue();
		}
		return ((DoubleExemplarData) exemplar).getValue();
	}

	/**
	 * What the SDK counts together.
	 */
	private record Series(InstrumentationScopeInfo scope, String name, Attributes attributes) {

	}

}
