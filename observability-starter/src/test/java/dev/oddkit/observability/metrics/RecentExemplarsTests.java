package dev.oddkit.observability.metrics;

import java.time.Duration;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongExemplarData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongExemplarData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableLongPointData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableMetricData;
import io.opentelemetry.sdk.metrics.internal.data.ImmutableSumData;
import io.opentelemetry.sdk.resources.Resource;
import io.prometheus.metrics.model.snapshots.Exemplar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecentExemplarsTests {

	private static final SpanContext SPAN = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
			TraceFlags.getSampled(), TraceState.getDefault());

	private final RecentExemplars exemplars = new RecentExemplars();

	@BeforeEach
	void firstScrapeTakesTheExemplarFromTheSdk() {
		assertThat(scrape(0, exemplar(0))).isNotNull();
	}

	@Test
	void laterScrapeSeesItAgain() {
		assertThat(scrape(299)).isNotNull();
	}

	@Test
	void afterFiveMinutesItIsForgotten() {
		assertThat(scrape(301)).isNull();
	}

	@Test
	void newerOneTakesItsPlace() {
		Exemplar newer = scrape(10, exemplar(10));
		assertThat(newer.getTimestampMillis()).isEqualTo(10_000);
	}

	@Test
	void itIsForgottenWithItsSeries() {
		this.exemplars.begin();
		assertThat(scrape(10)).isNull();
	}

	private Exemplar scrape(int seconds, LongExemplarData... fromSdk) {
		LongPointData point = ImmutableLongPointData.create(0, Duration.ofSeconds(seconds).toNanos(),
				Attributes.empty(), 1, List.of(fromSdk));
		MetricData metric = ImmutableMetricData.createLongSum(Resource.empty(), InstrumentationScopeInfo.empty(),
				"orders", "", "", ImmutableSumData.create(true, AggregationTemporality.CUMULATIVE, List.of(point)));
		this.exemplars.begin();
		return this.exemplars.newest(metric, point);
	}

	private static LongExemplarData exemplar(int seconds) {
		return ImmutableLongExemplarData.create(Attributes.empty(), Duration.ofSeconds(seconds).toNanos(), SPAN, 1);
	}

}
