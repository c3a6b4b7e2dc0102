package dev.oddkit.observability.otlp;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.SummaryDataPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OtlpReceiver} with metrics.
 */
class OtlpReceiverMetricsTests {

	private final RecordingConsumer consumer = new RecordingConsumer();

	private OtlpReceiver receiver;

	private OtlpClient client;

	@BeforeEach
	void start() throws IOException {
		this.receiver = OtlpReceiver.builder(this.consumer).build().start();
		this.client = new OtlpClient(this.receiver);
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	@Test
	void takesASumWithItsExemplar() {
		var metric = metric("http.server.requests").setDescription("Requests").setUnit("1");
		metric.getSumBuilder()
			.setIsMonotonic(true)
			.setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE)
			.addDataPoints(number().setAsInt(7)
				.addExemplars(io.opentelemetry.proto.metrics.v1.Exemplar.newBuilder()
					.setTimeUnixNano(3)
					.setAsDouble(1.5)
					.setTraceId(ByteString.fromHex(OtlpRequests.TRACE_ID))
					.setSpanId(ByteString.fromHex(OtlpRequests.SPAN_ID))));
		this.client.post("/v1/metrics", OtlpRequests.metrics(metric));
		assertThat(this.consumer.metrics()).containsExactly(
				new Metric("http.server.requests", "Requests", "1", MetricType.SUM, true, Temporality.CUMULATIVE,
						List.of(new MetricPoint(Map.of("uri", "/orders"), 1, 2, new NumberValue(7),
								List.of(new Exemplar(3, 1.5, OtlpRequests.TRACE_ID, OtlpRequests.SPAN_ID, Map.of())))),
						new Scope("my.library", "1.2"),
						new Resource(Map.of("service.name", "orders", "service.instance.id", "orders-1"))));
		assertThat(this.receiver.stats().metricPoints()).isEqualTo(1);
	}

	@Test
	void takesAGauge() {
		var metric = metric("stock");
		metric.getGaugeBuilder().addDataPoints(number().setAsDouble(0.25));
		this.client.post("/v1/metrics", OtlpRequests.metrics(metric));
		assertThat(this.consumer.metrics().get(0).type()).isEqualTo(MetricType.GAUGE);
		assertThat(value()).isEqualTo(new NumberValue(0.25));
	}

	@Test
	void takesAHistogram() {
		var metric = metric("latency");
		metric.getHistogramBuilder()
			.setAggregationTemporality(AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA)
			.addDataPoints(HistogramDataPoint.newBuilder()
				.setCount(3)
				.setSum(6)
				.setMax(4)
				.addExplicitBounds(1)
				.addBucketCounts(1)
				.addBucketCounts(2));
		this.client.post("/v1/metrics", OtlpRequests.metrics(metric));
		assertThat(this.consumer.metrics().get(0).temporality()).isEqualTo(Temporality.DELTA);
		assertThat(value()).isEqualTo(new HistogramValue(3, 6, null, 4.0, List.of(1.0), List.of(1L, 2L)));
	}

	@Test
	void takesAnExponentialHistogram() {
		var metric = metric("latency");
		var point = ExponentialHistogramDataPoint.newBuilder().setCount(3).setSum(6).setScale(2).setZeroCount(1);
		point.getPositiveBuilder().setOffset(-4).addBucketCounts(2);
		metric.getExponentialHistogramBuilder().addDataPoints(point);
		this.client.post("/v1/metrics", OtlpRequests.metrics(metric));
		assertThat(value()).isEqualTo(new ExponentialHistogramValue(3, 6, 2, 1, -4, List.of(2L), 0, List.of()));
	}

	@Test
	void takesASummary() {
		var metric = metric("latency");
		metric.getSummaryBuilder()
			.addDataPoints(SummaryDataPoint.newBuilder()
				.setCount(2)
				.setSum(3)
				.addQuantileValues(SummaryDataPoint.ValueAtQuantile.newBuilder().setQuantile(0.99).setValue(2))
				.addQuantileValues(SummaryDataPoint.ValueAtQuantile.newBuilder().setQuantile(0.5).setValue(1)));
		this.client.post("/v1/metrics", OtlpRequests.metrics(metric));
		assertThat(((SummaryValue) value()).quantiles()).containsExactly(Map.entry(0.5, 1.0), Map.entry(0.99, 2.0));
	}

	@Test
	void leavesOutPointsWithoutARecordedValue() {
		var metric = metric("stock");
		metric.getGaugeBuilder().addDataPoints(number().setFlags(1)).addDataPoints(number().setAsInt(4));
		this.client.post("/v1/metrics", OtlpRequests.metrics(metric));
		assertThat(this.consumer.metrics().get(0).points()).hasSize(1);
		assertThat(value()).isEqualTo(new NumberValue(4));
	}

	private PointValue value() {
		return this.consumer.metrics().get(0).points().get(0).value();
	}

	private static io.opentelemetry.proto.metrics.v1.Metric.Builder metric(String name) {
		return io.opentelemetry.proto.metrics.v1.Metric.newBuilder().setName(name);
	}

	private static NumberDataPoint.Builder number() {
		return NumberDataPoint.newBuilder()
			.addAttributes(OtlpRequests.attribute("uri", "/orders"))
			.setStartTimeUnixNano(1)
			.setTimeUnixNano(2);
	}

}
