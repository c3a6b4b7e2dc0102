package dev.oddkit.observability.cardinality;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.KeyReport;
import dev.oddkit.observability.cardinality.core.Limit;
import dev.oddkit.observability.cardinality.core.MeterGuard;
import dev.oddkit.observability.cardinality.core.SeriesBudget;

/**
 * Knows who uses the series and whose values are folded, in both APIs.
 */
class Offenders {

	private static final int TOP = 20;

	private final Map<String, CardinalityGuard<?>> guards = new LinkedHashMap<>();

	private final SeriesBudget budget;

	private final GuardedRegistries registries;

	private final InstrumentGuards instruments;

	Offenders(GuardedRegistries registries, InstrumentGuards instruments, SeriesBudget budget) {
		this.guards.put("micrometer", registries.guard());
		this.guards.put("opentelemetry", instruments.guard());
		this.registries = registries;
		this.instruments = instruments;
		this.budget = budget;
	}

	/**
	 * Return the keys whose values are folded, those with most values first.
	 * @param most how many to return
	 * @return the keys
	 */
	List<Offender> worst(int most) {
		return widest(keys().filter((offender) -> offender.key().folded() > 0), most);
	}

	private static List<Offender> widest(Stream<Offender> keys, int most) {
		return keys.sorted(Comparator.comparingLong((Offender offender) -> offender.key().estimate()).reversed())
			.limit(most)
			.toList();
	}

	private Stream<Offender> keys() {
		return this.guards.entrySet()
			.stream()
			.flatMap((guard) -> guard.getValue()
				.meters()
				.stream()
				.flatMap((meter) -> meter.report().stream())
				.map((key) -> new Offender(guard.getKey(), key)));
	}

	KeyReport find(String api, KeyReport same) {
		CardinalityGuard<?> guard = this.guards.get(api);
		MeterGuard<?> meter = (guard != null) ? guard.meter(same.meter()) : null;
		return (meter != null)
				? meter.report().stream().filter((key) -> key.key().equals(same.key())).findFirst().orElse(same) : same;
	}

	long hits(Limit limit) {
		return this.guards.values().stream().mapToLong((guard) -> guard.hits(limit)).sum();
	}

	long folded() {
		return keys().mapToLong((offender) -> offender.key().folded()).sum();
	}

	long refused() {
		return this.registries.refused() + this.instruments.refused();
	}

	/**
	 * Return what the endpoint shows.
	 * @return series, limits, the meters with most series, the keys with most values and
	 * those that are folded
	 */
	Map<String, ?> describe() {
		Map<String, Object> described = new LinkedHashMap<>();
		described.put("series", Map.of("used", this.budget.used(), "limit", this.budget.limit()));
		Map<String, Long> limits = new LinkedHashMap<>();
		for (Limit limit : Limit.values()) {
			limits.put(limit.name().toLowerCase(java.util.Locale.ROOT), hits(limit));
		}
		limits.put("refused", refused());
		described.put("limits", limits);
		described.put("meters", meters());
		described.put("keys", widest(keys(), TOP).stream().map(Offender::describe).toList());
		described.put("folded", worst(TOP).stream().map(Offender::describe).toList());
		return described;
	}

	private List<Map<String, Object>> meters() {
		record Used(String api, MeterGuard<?> meter) {

		}
		return this.guards.entrySet()
			.stream()
			.flatMap((guard) -> guard.getValue().meters().stream().map((meter) -> new Used(guard.getKey(), meter)))
			.sorted(Comparator.comparingInt((Used used) -> used.meter().used()).reversed())
			.limit(TOP)
			.map((used) -> meter(used.api(), used.meter()))
			.toList();
	}

	private static Map<String, Object> meter(String api, MeterGuard<?> meter) {
		Map<String, Object> described = new LinkedHashMap<>();
		described.put("meter", meter.name());
		described.put("api", api);
		described.put("series", meter.used());
		described.put("limit", meter.limit());
		return described;
	}

	/**
	 * A key, with what is known of its values.
	 *
	 * @param api the API that its meter belongs to
	 * @param key what is known of it
	 */
	record Offender(String api, KeyReport key) {

		Map<String, Object> describe() {
			Map<String, Object> described = new LinkedHashMap<>();
			described.put("meter", this.key.meter());
			described.put("api", this.api);
			described.put("key", this.key.key());
			described.put("values", this.key.values());
			described.put("limit", this.key.limit());
			described.put("estimate", this.key.estimate());
			described.put("folded", this.key.folded());
			if (this.key.since() > 0) {
				described.put("since", Instant.ofEpochMilli(this.key.since()).toString());
			}
			described.put("evicted", this.key.retired());
			described.put("examples",
					this.key.examples().stream().map((value) -> FoldWarnings.shown(this.key.key(), value)).toList());
			return described;
		}

	}

}
