package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import org.jspecify.annotations.Nullable;

/**
 * The one filter of {@link Metrics#globalRegistry}, however many applications live in the
 * JVM. It asks the youngest of them; when the last one is closed it does nothing. It
 * keeps none of them alive.
 */
final class GlobalRegistryFilter implements MeterFilter {

	private static final List<WeakReference<CardinalityFilter>> filters = new CopyOnWriteArrayList<>();

	private static boolean installed;

	private GlobalRegistryFilter() {
	}

	static synchronized void add(CardinalityFilter filter) {
		filters.add(0, new WeakReference<>(filter));
		if (!installed) {
			installed = true;
			GlobalRegistryFilter delegate = new GlobalRegistryFilter();
			Metrics.globalRegistry.config()
				.meterFilter(delegate)
				.onMeterAdded(GlobalRegistryFilter::added)
				.onMeterRemoved(GlobalRegistryFilter::removed);
		}
	}

	static synchronized void remove(CardinalityFilter filter) {
		filters.removeIf((reference) -> reference.get() == null || reference.get() == filter);
	}

	private static @Nullable CardinalityFilter youngest() {
		for (WeakReference<CardinalityFilter> reference : filters) {
			CardinalityFilter filter = reference.get();
			if (filter != null) {
				return filter;
			}
		}
		return null;
	}

	@Override
	public Meter.Id map(Meter.Id id) {
		CardinalityFilter filter = youngest();
		return (filter != null) ? filter.map(id) : id;
	}

	@Override
	public MeterFilterReply accept(Meter.Id id) {
		CardinalityFilter filter = youngest();
		return (filter != null) ? filter.accept(id) : MeterFilterReply.NEUTRAL;
	}

	private static void added(Meter meter) {
		CardinalityFilter filter = youngest();
		if (filter != null) {
			filter.added(meter);
		}
	}

	private static void removed(Meter meter) {
		CardinalityFilter filter = youngest();
		if (filter != null) {
			filter.removed(meter);
		}
	}

}
