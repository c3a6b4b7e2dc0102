package dev.oddkit.observability.cardinality;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a span is told of folded values.
 */
class SpanNotesTests {

	private final SimpleMeterRegistry registry = new Guards().guard(new SimpleMeterRegistry());

	private final Span span = SdkTracerProvider.builder().build().get("shop").spanBuilder("work").startSpan();

	@Test
	void soManyKeysLeaveRoomForTheAttributesOfTheUser() {
		try (Scope scope = this.span.makeCurrent()) {
			Guards.flood((user) -> this.registry.counter("orders", "key." + user, "value").increment());
		}
		this.span.setAttribute("order", "17");
		assertThat(attribute("order")).isEqualTo("17");
		assertThat(((ReadableSpan) this.span).getAttributes().size()).isEqualTo(SpanNotes.KEYS + 1);
	}

	@Test
	void aLongValueIsCut() {
		try (Scope scope = this.span.makeCurrent()) {
			this.registry.counter("orders", "path", "/".repeat(10_000)).increment();
		}
		assertThat(attribute("path")).hasSize(256);
	}

	private String attribute(String key) {
		return ((ReadableSpan) this.span).getAttribute(AttributeKey.stringKey(key));
	}

}
