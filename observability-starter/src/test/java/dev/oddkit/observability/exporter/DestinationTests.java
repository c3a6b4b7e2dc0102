package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.util.Map;

import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where telemetry arrives, depending on who set which property.
 */
@ExtendWith(OutputCaptureExtension.class)
class DestinationTests {

	private final RecordingConsumer ours = new RecordingConsumer();

	private final RecordingConsumer theirs = new RecordingConsumer();

	private OtlpReceiver ourReceiver;

	private OtlpReceiver theirReceiver;

	@BeforeEach
	void start() throws IOException {
		this.ourReceiver = OtlpReceiver.builder(this.ours).build().start();
		this.theirReceiver = OtlpReceiver.builder(this.theirs).build().start();
	}

	@AfterEach
	void stop() {
		this.ourReceiver.close();
		this.theirReceiver.close();
	}

	@Test
	void endpointOfOursReceivesSpans() {
		emitSpan(Map.of("observability.exporter.endpoint", this.ourReceiver.endpoint()));
		assertThat(this.ours.spans()).hasSize(1);
	}

	@Test
	void generalEndpointOfTheSdkWinsOverOurs() {
		emitSpan(Map.of("observability.exporter.endpoint", this.ourReceiver.endpoint(), "otel.exporter.otlp.endpoint",
				this.theirReceiver.endpoint()));
		assertThat(this.theirs.spans()).hasSize(1);
		assertThat(this.ours.spans()).isEmpty();
	}

	@Test
	void generalEndpointOfTheSdkWinsOverOursForTheSignal() {
		emitSpan(Map.of("observability.exporter.traces.endpoint", this.ourReceiver.endpoint() + "/v1/traces",
				"otel.exporter.otlp.endpoint", this.theirReceiver.endpoint()));
		assertThat(this.theirs.spans()).hasSize(1);
		assertThat(this.ours.spans()).isEmpty();
	}

	@Test
	void endpointOfBootReceivesSpansOnce() {
		emitSpan(Map.of("management.opentelemetry.tracing.export.otlp.endpoint",
				this.theirReceiver.endpoint() + "/v1/traces"));
		assertThat(this.theirs.spans()).hasSize(1);
	}

	@Test
	void nothingConfiguredPushesNothingAndSaysSoOnce(CapturedOutput output) {
		emitSpan(Map.of());
		assertThat(output.getOut().lines().filter((line) -> line.contains("observability.exporter.endpoint")))
			.hasSize(1);
	}

	private void emitSpan(Map<String, Object> properties) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		String[] arguments = properties.entrySet()
			.stream()
			.map((entry) -> "--" + entry.getKey() + "=" + entry.getValue())
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = application.run(arguments)) {
			context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan().end();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

	}

}
