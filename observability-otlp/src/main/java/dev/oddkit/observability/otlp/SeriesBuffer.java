package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The points of one series in the order of time.
 */
final class SeriesBuffer {

	private final MetricSeries description;

	private final long ownBytes;

	private final List<Sized<MetricPoint>> points = new ArrayList<>(4);

	private long bytes;

	private long lastUpdate;

	private @Nullable MetricSeries snapshot;

	SeriesBuffer(Sized<MetricSeries> description) {
		this.description = description.value();
		this.ownBytes = description.bytes();
		this.bytes = this.ownBytes;
	}

	MetricSeries description() {
		return this.description;
	}

	synchronized int size() {
		return this.points.size();
	}

	synchronized long bytes() {
		return this.bytes;
	}

	synchronized long lastUpdate() {
		return this.lastUpdate;
	}

	synchronized @Nullable PointValue lastValue() {
		return this.points.isEmpty() ? null : this.points.get(this.points.size() - 1).value().value();
	}

	synchronized void add(Sized<MetricPoint> point, long now) {
		int index = this.points.size();
		while (index > 0 && this.points.get(index - 1).value().timeNanos() > point.value().timeNanos()) {
			index--;
		}
		this.points.add(index, point);
		this.bytes += point.bytes();
		this.lastUpdate = now;
		this.snapshot = null;
	}

	/**
	 * Removes the oldest points.
	 * @param count how many
	 */
	synchronized void removeOldest(int count) {
		List<Sized<MetricPoint>> oldest = this.points.subList(0, count);
		oldest.forEach((point) -> this.bytes -= point.bytes());
		oldest.clear();
		this.snapshot = null;
	}

	synchronized MetricSeries snapshot() {
		MetricSeries made = this.snapshot;
		if (made == null) {
			made = new MetricSeries(this.description.resource(), this.description.scope(), this.description.name(),
					this.description.unit(), this.description.description(), this.description.type(),
					this.description.monotonic(), this.description.temporality(), this.description.attributes(),
					this.points.stream().map(Sized::value).toList());
			this.snapshot = made;
		}
		return made;
	}

}
