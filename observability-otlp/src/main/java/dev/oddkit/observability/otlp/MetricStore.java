package dev.oddkit.observability.otlp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps metric series with their newest points. While no series has stopped, new ones
 * beyond the limit are dropped, so that a flood of labels cannot push out what was there.
 */
final class MetricStore {

	/**
	 * A series without points for so long has stopped.
	 */
	static final Duration STOPPED = Duration.ofMinutes(5);

	private static final int REMEMBERED = 10_000;

	private final StoreLimits limits;

	private final LongSupplier nanoTime;

	private final Map<MetricSeries, SeriesBuffer> series = new LinkedHashMap<>();

	private final RecentKeys<Integer> dropped = new RecentKeys<>(REMEMBERED);

	private final RecordTrimmer trimmer = new RecordTrimmer();

	private int points;

	private long bytes;

	private long received;

	private long pointsEvicted;

	private long seriesEvicted;

	private long seriesDropped;

	private long pointsDropped;

	private long cleared;

	MetricStore(StoreLimits limits, LongSupplier nanoTime) {
		this.limits = limits;
		this.nanoTime = nanoTime;
	}

	synchronized void add(Metric metric, MetricPoint point) {
		this.received++;
		Sized<MetricSeries> description = this.trimmer.series(metric, point);
		SeriesBuffer known = this.series.get(description.value());
		SeriesBuffer target = (known != null) ? known : new SeriesBuffer(description, this.received);
		Sized<MetricPoint> kept = this.trimmer.point(point, target.description(), target.lastValue());
		if (kept.bytes() + target.bytes() > this.limits.metricBytes() / 2 || (known == null && !makePlace())) {
			drop(description.value());
			return;
		}
		this.bytes += kept.bytes() + ((known != null) ? 0 : target.bytes());
		this.points++;
		target.add(kept, this.nanoTime.getAsLong());
		this.series.remove(target.description());
		this.series.put(target.description(), target);
		if (target.size() > this.limits.pointsPerSeries()) {
			evictPoints(target, 1);
		}
		shrink();
	}

	private boolean makePlace() {
		if (this.series.size() < this.limits.maxSeries()) {
			return true;
		}
		SeriesBuffer oldest = this.series.values().iterator().next();
		if (this.nanoTime.getAsLong() - oldest.lastUpdate() < STOPPED.toNanos()) {
			return false;
		}
		evictOldestSeries();
		return true;
	}

	private void drop(MetricSeries description) {
		this.pointsDropped++;
		if (this.dropped.add(description.hashCode())) {
			this.seriesDropped++;
		}
	}

	private void shrink() {
		while (this.bytes > this.limits.metricBytes()) {
			long before = this.bytes;
			for (SeriesBuffer buffer : this.series.values()) {
				evictPoints(buffer, (buffer.size() + 2) / 4);
			}
			if (this.bytes == before) {
				evictOldestSeries();
			}
		}
	}

	private void evictPoints(SeriesBuffer buffer, int count) {
		long before = buffer.bytes();
		buffer.removeOldest(count);
		this.bytes -= before - buffer.bytes();
		this.points -= count;
		this.pointsEvicted += count;
	}

	private void evictOldestSeries() {
		Iterator<SeriesBuffer> oldest = this.series.values().iterator();
		SeriesBuffer buffer = oldest.next();
		oldest.remove();
		this.bytes -= buffer.bytes();
		this.points -= buffer.size();
		this.seriesEvicted++;
		this.pointsEvicted += buffer.size();
	}

	List<MetricSeries> series() {
		List<SeriesBuffer> buffers;
		synchronized (this) {
			buffers = new ArrayList<>(this.series.values());
		}
		buffers.sort(Comparator.comparing((SeriesBuffer buffer) -> buffer.description().name())
			.thenComparing(SeriesBuffer::number));
		return buffers.stream().map(SeriesBuffer::snapshot).toList();
	}

	synchronized StoreStats.Metrics stats() {
		return new StoreStats.Metrics(this.series.size(), this.points, this.bytes, this.received, this.pointsEvicted,
				this.seriesEvicted, this.seriesDropped, this.pointsDropped, this.cleared);
	}

	synchronized long valuesCut() {
		return this.trimmer.valuesCut();
	}

	synchronized long partsDropped() {
		return this.trimmer.partsDropped();
	}

	synchronized void clear() {
		this.cleared += this.points;
		this.series.clear();
		this.dropped.clear();
		this.points = 0;
		this.bytes = 0;
	}

}
