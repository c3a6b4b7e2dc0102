package dev.oddkit.observability.logging;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ContainerErrorTests {

	@Test
	void lineOfTomcatForAnUncaughtExceptionBelongsToTheTraceOfItsRequestAndNoOther(CapturedOutput output) {
		try (RunningShop shop = new RunningShop("server.tomcat.threads.max=1", "server.tomcat.threads.min-spare=1")) {
			String traceId = shop.getTraced("/fail");
			LogRecord record = record(shop, "threw exception");
			assertThat(record.severityText()).isEqualTo("ERROR");
			assertThat(record.traceId()).isEqualTo(traceId);
			assertThat(record.spanId()).isEqualTo(shop.trace(traceId, 1).root().spanId());
			assertThat(output.getOut().lines().filter((line) -> line.contains("threw exception")))
				.allMatch((line) -> line.contains("[" + traceId + "-" + record.spanId() + "]"))
				.hasSize(1);
			String next = shop.getTraced("/log?message=next");
			assertThat(record(shop, "next").traceId()).isEqualTo(next);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "future", "deferred", "stream" })
	void failureThatComesLaterOnAnotherThreadBelongsToItsTraceToo(String way) {
		try (RunningShop shop = new RunningShop()) {
			String traceId = shop.getTraced("/fail-later/" + way);
			LogRecord record = record(shop, "threw exception");
			assertThat(record.traceId()).isEqualTo(traceId);
			assertThat(record.attributes()).containsEntry("exception.message", "late " + way);
			String next = shop.getTraced("/log?message=next");
			assertThat(record(shop, "next").traceId()).isEqualTo(next);
		}
	}

	private static LogRecord record(RunningShop shop, String text) {
		return shop.received()
			.awaitLogs((all) -> all.stream().anyMatch((record) -> record.body().contains(text)), RunningShop.SOON)
			.stream()
			.filter((record) -> record.body().contains(text))
			.findFirst()
			.orElseThrow();
	}

}
