package com.example;

import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test as everybody writes it.
 */
@SpringBootTest(properties = { "spring.application.name=quiet", "observability.metrics.to=otlp" })
class QuietTests {

	@Autowired
	private OpenTelemetry openTelemetry;

	@Test
	void works() {
		LoggerFactory.getLogger(getClass()).info("testing");
		this.openTelemetry.getTracer("test").spanBuilder("tested").startSpan().end();
	}

}
