package dev.oddkit.observability.propagation;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service whose own format is B3, with callers that still speak others. What it sends
 * is seen in the headers that arrive at the next service.
 */
class FormatsTests {

	private static final String B3 = "463ac35c9f6413ad48485a3953bb6124";

	private static final String W3C = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static RunningShop shop;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.propagation.formats[0]=b3multi",
				"observability.propagation.formats[1]=baggage",
				"observability.propagation.accepted-formats=tracecontext,jaeger",
				"observability.propagation.baggage.fields=tenant", "management.tracing.baggage.remote-fields=x-region",
				"management.tracing.baggage.tag-fields=tenant");
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void traceIsContinuedInTheFormatOfTheService() {
		String next = get("X-B3-TraceId", B3, "X-B3-SpanId", "0020000000000001", "X-B3-Sampled", "1");
		assertThat(next).contains("\"X-B3-TraceId\":\"" + B3 + "\"").doesNotContainIgnoringCase("traceparent");
	}

	@Test
	void acceptedFormatIsReadButNotWritten() {
		assertThat(get("traceparent", "00-" + W3C + "-00000000000000bb-01"))
			.contains("\"X-B3-TraceId\":\"" + W3C + "\"")
			.doesNotContainIgnoringCase("traceparent");
		assertThat(get("uber-trace-id", B3 + ":00000000000000bb:0:1")).contains("\"X-B3-TraceId\":\"" + B3 + "\"")
			.doesNotContainIgnoringCase("uber-trace-id");
	}

	@Test
	void formatOfTheServiceWinsOverAnAcceptedOne() {
		String next = get("traceparent", "00-" + W3C + "-00000000000000bb-01", "X-B3-TraceId", B3, "X-B3-SpanId",
				"0020000000000001", "X-B3-Sampled", "1");
		assertThat(next).contains("\"X-B3-TraceId\":\"" + B3 + "\"");
	}

	@Test
	void onlyListedBaggageLeaves() {
		assertThat(get("baggage", "tenant=blue,secret=x")).contains("\"baggage\":\"tenant=blue\"")
			.doesNotContain("secret");
	}

	@Test
	void remoteFieldOfSpringBootTravelsAsAHeaderOfItsName() {
		assertThat(get("X-Region", "north")).contains("\"x-region\":\"north\"", "\"baggage\":\"x-region=north\"");
	}

	@Test
	void listedBaggageIsOnTheLogRecordsAndTheSpan() {
		get("baggage", "tenant=green,secret=x");
		LogRecord record = shop.received()
			.awaitLogs((logs) -> logs.stream().anyMatch(FormatsTests::isGreen), RunningShop.SOON)
			.stream()
			.filter(FormatsTests::isGreen)
			.findFirst()
			.orElseThrow();
		assertThat(record.body()).isEqualTo("baggage [secret, tenant]");
		assertThat(record.attributes()).doesNotContainKey("secret");
		assertThat(shop.trace(record.traceId(), 3).root().attributes()).containsEntry("tenant", "green");
	}

	private static boolean isGreen(LogRecord record) {
		return "green".equals(record.attributes().get("tenant"));
	}

	private static String get(String... headers) {
		return shop.get("/headers", headers).body();
	}

}
