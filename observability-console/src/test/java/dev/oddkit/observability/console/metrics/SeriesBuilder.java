package dev.oddkit.observability.console.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.MetricSeries;
import dev.oddkit.observability.otlp.MetricType;
import dev.oddkit.observability.otlp.NumberValue;
import dev.oddkit.observability.otlp.PointValue;
import dev.oddkit.observability.otlp.Resource;
import dev.oddkit.observability.otlp.Scope;
import dev.oddkit.observability.otlp.Temporality;

/**
 * Builds a series point by point; times are in seconds.
 */
final class SeriesBuilder {

	private static final long SECOND = 1_000_000_000L;

	private final List<MetricPoint> points = new ArrayList<>();

	private final MetricType type;

	private final boolean monotonic;

	private final Temporality temporality;

	private Map<String, Object> attributes = Map.of();

	private String service = "orders";

	private double start = 1000;

	private SeriesBuilder(MetricType type, boolean monotonic, Temporality temporality) {
		this.type = type;
		this.monotonic = monotonic;
		this.temporality = temporality;
	}

	static SeriesBuilder counter() {
		return new SeriesBuilder(MetricType.SUM, true, Temporality.CUMULATIVE);
	}

	static SeriesBuilder deltaCounter() {
		return new SeriesBuilder(MetricType.SUM, true, Temporality.DELTA);
	}

	static SeriesBuilder upDownCounter(Temporality temporality) {
		return new SeriesBuilder(MetricType.SUM, false, temporality);
	}

	static SeriesBuilder gauge() {
		return new SeriesBuilder(MetricType.GAUGE, false, Temporality.UNSPECIFIED);
	}

	static SeriesBuilder histogram() {
		return new SeriesBuilder(MetricType.HISTOGRAM, false, Temporality.CUMULATIVE);
	}

	SeriesBuilder of(String service) {
		this.service = service;
		return this;
	}

	SeriesBuilder with(String key, String value) {
		this.attributes = Map.of(key, value);
		return this;
	}

	/**
	 * Says since when the following values count.
	 */
	SeriesBuilder since(double seconds) {
		this.start = seconds;
		return this;
	}

	SeriesBuilder at(double seconds, double value) {
		return at(seconds, new NumberValue(value));
	}

	SeriesBuilder at(double seconds, PointValue value) {
		this.points.add(new MetricPoint(this.attributes, nanos(this.start), nanos(seconds), value, List.of()));
		return this;
	}

	MetricSeries build() {
		return new MetricSeries(new Resource(Map.of("service.name", this.service)), new Scope("test", ""), "metric",
				"{thing}", "", this.type, this.monotonic, this.temporality, this.attributes, this.points);
	}

	private static long nanos(double seconds) {
		return Math.round(seconds * SECOND);
	}

}
