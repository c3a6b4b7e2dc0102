package dev.oddkit.observability.exporter;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.RoomReport;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.micrometer.metrics.autoconfigure.export.otlp.OtlpMetricsConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.Transport;
import org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingConnectionDetails;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Services that Spring Boot knows, by a connection or by its own properties, without any
 * endpoint of ours.
 */
class ServiceConnectionTests {

	@TempDir
	private Path directory;

	private Certificates certificates;

	private GrpcCollector grpc;

	private HttpCollector http;

	@BeforeEach
	void start() throws Exception {
		this.certificates = new Certificates(this.directory);
		this.grpc = new GrpcCollector(this.certificates);
		this.http = new HttpCollector(this.certificates);
		Connections.grpc = "https://127.0.0.1:" + this.grpc.port();
		Connections.http = "https://127.0.0.1:" + this.http.port();
	}

	@AfterEach
	void stop() {
		this.grpc.close();
		this.http.close();
	}

	@Test
	void connectionsBringUrlAndCertificatesOfAllSignals() throws Exception {
		List<String> settings = new ArrayList<>(this.certificates.bundle("client-a"));
		settings.addAll(List.of("observability.exporter.protocol: grpc", "observability.metrics.to: otlp"));
		try (StartedService service = StartedService.with(Connections.class, settings)) {
			service.work("work");
			LoggerFactory.getLogger("shop").info("line");
		}
		assertThat(this.grpc.await((arrival) -> arrival.isOf(Signal.TRACES)).spans()).contains("work");
		assertThat(this.grpc.await((arrival) -> arrival.isOf(Signal.LOGS)).client()).isEqualTo("CN=client-a");
		// Spring Boot's connection for metrics knows HTTP only
		assertThat(this.http.await((arrival) -> arrival.isOf(Signal.METRICS)).client()).isEqualTo("CN=client-a");
	}

	@Test
	void connectionAloneSwitchesThePushOfMetricsOnUnlessAPropertySaysWhereTheyGo() throws Exception {
		for (String to : List.of("otel.metric.export.interval: 60s", "observability.metrics.to: prometheus")) {
			List<String> settings = new ArrayList<>(this.certificates.bundle("client-a"));
			settings.add(to);
			this.http.arrivals().clear();
			try (StartedService service = StartedService.with(Connections.class, settings)) {
				service.context().getBean(MeterRegistry.class).counter("shop.orders").increment();
				assertThat(service.context()
					.getBeanProvider(RoomReport.class)
					.stream()
					.filter((report) -> report.room().equals("metrics")))
					.singleElement()
					.satisfies((report) -> assertThat(service.context()
						.getEnvironment()
						.getProperty("otel.metrics.exporter", report.settings().get("otel.metrics.exporter")))
						.isEqualTo(to.endsWith("60s") ? "otlp" : "none"));
			}
			assertThat(this.http.arrivals()
				.stream()
				.filter((arrival) -> arrival.isOf(Signal.METRICS))
				.map((arrival) -> new String(arrival.body(), StandardCharsets.ISO_8859_1))
				.anyMatch((body) -> body.contains("shop.orders"))).isEqualTo(to.endsWith("60s"));
		}
	}

	@Test
	void propertiesOfSpringBootReachTheWire() throws Exception {
		String boot = "management.opentelemetry.tracing.export.otlp.";
		List<String> settings = new ArrayList<>(this.certificates.bundle("client-b"));
		settings.addAll(List.of(boot + "endpoint: " + Connections.grpc, boot + "transport: grpc",
				boot + "compression: none", boot + "headers.api-key: key of boot", boot + "ssl.bundle: collector"));
		try (StartedService service = StartedService.with(null, settings)) {
			service.work("work");
		}
		assertThat(this.grpc.arrivals()).singleElement().satisfies((arrival) -> {
			assertThat(arrival.spans()).containsExactly("work");
			assertThat(arrival.client()).isEqualTo("CN=client-b");
			assertThat(arrival.headers()).containsEntry("api-key", "key of boot").doesNotContainKey("grpc-encoding");
		});
	}

	@Test
	void headersAndBundlesOfSpringBootReachTheWireOfEachSignal() throws Exception {
		Map<Signal, String> boot = Map.of(Signal.TRACES, "management.opentelemetry.tracing.export.otlp.endpoint",
				Signal.LOGS, "management.opentelemetry.logging.export.otlp.endpoint", Signal.METRICS,
				"management.otlp.metrics.export.url");
		List<String> settings = new ArrayList<>(this.certificates.bundle("client-a"));
		settings.add("management.otlp.metrics.export.enabled: true");
		boot.forEach((signal, endpoint) -> {
			String prefix = endpoint.substring(0, endpoint.lastIndexOf('.') + 1);
			settings.addAll(List.of(endpoint + ": " + Connections.http + "/v1/" + signal.key(),
					prefix + "headers.api-key: key of " + signal.key(), prefix + "ssl.bundle: collector"));
		});
		try (StartedService service = StartedService.with(null, settings)) {
			service.work("work");
			LoggerFactory.getLogger("shop").info("line");
		}
		for (Signal signal : Signal.values()) {
			Collector.Arrival arrival = this.http.await((candidate) -> candidate.isOf(signal));
			assertThat(arrival.client()).isEqualTo("CN=client-a");
			assertThat(arrival.headers()).containsEntry("api-key", "key of " + signal.key());
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Connections {

		private static String grpc;

		private static String http;

		@Bean
		OtlpTracingConnectionDetails tracingConnection(SslBundles bundles) {
			return new OtlpTracingConnectionDetails() {

				@Override
				public String getUrl(Transport transport) {
					return (transport == Transport.GRPC) ? grpc : http + "/v1/traces";
				}

				@Override
				public SslBundle getSslBundle() {
					return bundles.getBundle("collector");
				}

			};
		}

		@Bean
		OtlpLoggingConnectionDetails loggingConnection(SslBundles bundles) {
			return new OtlpLoggingConnectionDetails() {

				@Override
				public String getUrl(
						org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.Transport transport) {
					return grpc;
				}

				@Override
				public SslBundle getSslBundle() {
					return bundles.getBundle("collector");
				}

			};
		}

		@Bean
		OtlpMetricsConnectionDetails metricsConnection(SslBundles bundles) {
			return new OtlpMetricsConnectionDetails() {

				@Override
				public String getUrl() {
					return http + "/v1/metrics";
				}

				@Override
				public SslBundle getSslBundle() {
					return bundles.getBundle("collector");
				}

			};
		}

	}

}
