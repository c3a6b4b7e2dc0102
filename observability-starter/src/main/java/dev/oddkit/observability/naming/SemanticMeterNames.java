package dev.oddkit.observability.naming;

import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;

/**
 * Brings the names, labels and units that Micrometer does not let anyone choose to
 * OpenTelemetry's conventions, so that a dashboard for either world reads the same
 * series.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/runtime/jvm-metrics/">JVM
 * metrics</a>
 */
class SemanticMeterNames implements MeterFilter {

	private static final Set<String> WITH_ERROR_TYPE = Set.of(HttpKeyValues.SERVER, HttpKeyValues.CLIENT,
			RedisConvention.DURATION);

	/**
	 * Requests in flight by labels that are only known at their end, commands in flight,
	 * which no other database has, and a counter that {@link CpuTime} replaces.
	 */
	private static final Set<String> LEFT_OUT = Set.of(HttpKeyValues.SERVER + ".active",
			HttpKeyValues.CLIENT + ".active", "http.client.requests.active", RedisConvention.DURATION + ".active",
			CpuTime.NANOSECONDS);

	/**
	 * What is counted is no unit.
	 */
	private static final Set<String> COUNTS = Set.of("jvm.thread.count", "jvm.class.count", "jvm.class.loaded",
			"jvm.class.unloaded");

	private static final Map<String, String> GC_LABELS = Map.of("gc", "jvm.gc.name", "action", "jvm.gc.action", "cause",
			"jvm.gc.cause");

	@Override
	public Meter.Id map(Meter.Id id) {
		String name = id.getName();
		if (WITH_ERROR_TYPE.contains(name)) {
			// Boot's handler adds the simple name of the exception; error.type has the
			// full one
			return id
				.replaceTags(Tags.of(id.getTags().stream().filter((tag) -> !tag.getKey().equals("error")).toList()));
		}
		if (COUNTS.contains(name)) {
			return id.withBaseUnit(null);
		}
		if (name.equals("jvm.gc.pause")) {
			return id.withName("jvm.gc.duration")
				.replaceTags(Tags.of(id.getTags().stream().map(SemanticMeterNames::gcLabel).toList()));
		}
		return id;
	}

	@Override
	public MeterFilterReply accept(Meter.Id id) {
		return LEFT_OUT.contains(id.getName()) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
	}

	private static Tag gcLabel(Tag tag) {
		return Tag.of(GC_LABELS.getOrDefault(tag.getKey(), tag.getKey()), tag.getValue());
	}

}
