package dev.oddkit.observability.cardinality;

import java.util.stream.IntStream;

import dev.oddkit.observability.RunningShop;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of the room that change what a scrape and a span say.
 */
class CardinalityPropertiesTests {

	private static RunningShop shop;

	private static MeterRegistry registry;

	@BeforeAll
	static void start() {
		shop = new RunningShop("observability.cardinality.span-attributes=false",
				"observability.cardinality.denied-keys=customer");
		registry = shop.context().getBean(MeterRegistry.class);
	}

	@AfterAll
	static void stop() {
		shop.close();
	}

	@Test
	void foldedValueStaysOffTheSpan() {
		IntStream.range(0, 100).forEach((i) -> registry.counter("noted", "tenant", "t" + i).increment());
		Span span = shop.context().getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan();
		try (Scope scope = span.makeCurrent()) {
			registry.counter("noted", "tenant", "folded").increment();
		}
		span.end();
		assertThat(shop.trace(span.getSpanContext().getTraceId(), 1).root().attributes()).doesNotContainKey("tenant");
	}

	@Test
	void deniedKeysReplaceTheDefault() {
		registry.counter("seen", "customer", "alice", "user.id", "bob").increment();
		assertThat(shop.get("/actuator/prometheus").body().lines()).filteredOn((line) -> line.startsWith("seen_total"))
			.singleElement()
			.asString()
			.contains("user_id=\"bob\"")
			.doesNotContain("alice")
			.endsWith(" 1.0");
	}

}
