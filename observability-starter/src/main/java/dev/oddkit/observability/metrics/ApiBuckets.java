package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentSelector;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.View;
import io.opentelemetry.sdk.metrics.ViewBuilder;

/**
 * Gives histograms of the OpenTelemetry API, which are in seconds, the bounds of
 * {@code observability.metrics.buckets}.
 */
final class ApiBuckets {

	private static final double NANOS = Duration.ofSeconds(1).toNanos();

	private static final String DATABASE = "db.client.operation.duration";

	/**
	 * A view sets aside which labels the instrumentation advised; without them the text
	 * of the query would become one.
	 *
	 * @see <a href=
	 * "https://opentelemetry.io/docs/specs/semconv/db/database-metrics/#metric-dbclientoperationduration">
	 * db.client.operation.duration</a>
	 */
	private static final Set<String> DATABASE_LABELS = Set.of("db.system.name", "db.collection.name", "db.namespace",
			"db.operation.name", "db.query.summary", "error.type", "network.peer.address", "network.peer.port",
			"server.address", "server.port");

	private ApiBuckets() {
	}

	static SdkMeterProviderBuilder register(SdkMeterProviderBuilder builder, Map<String, List<Duration>> buckets) {
		buckets.forEach((name, bounds) -> builder.registerView(
				InstrumentSelector.builder().setName(name).setType(InstrumentType.HISTOGRAM).setUnit("s").build(),
				view(name, bounds)));
		return builder;
	}

	private static View view(String name, List<Duration> bounds) {
		ViewBuilder view = View.builder()
			.setAggregation(Aggregation
				.explicitBucketHistogram(bounds.stream().map((bound) -> bound.toNanos() / NANOS).toList()));
		return (name.equals(DATABASE) ? view.setAttributeFilter(DATABASE_LABELS) : view).build();
	}

}
