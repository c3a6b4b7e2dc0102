package dev.oddkit.observability.classpath;

import java.util.Map;

import dev.oddkit.observability.otlp.LogRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The variables that the OpenTelemetry Operator's {@code inject-sdk} sets in a container.
 */
class OperatorIT {

	@Test
	void variablesOfTheOperatorBeatTheServicesOwnProperties() {
		try (RunningApplication application = RunningApplication.of("servlet")
			.environment("OTEL_SERVICE_NAME", "checkout")
			.environment("OTEL_EXPORTER_OTLP_ENDPOINT", "{endpoint}")
			.environment("OTEL_RESOURCE_ATTRIBUTES",
					"k8s.namespace.name=shop,k8s.pod.name=checkout-7d9,service.version=1.4.2")
			.environment("OTEL_TRACES_SAMPLER", "parentbased_traceidratio")
			.environment("OTEL_TRACES_SAMPLER_ARG", "0.0")
			.environment("OTEL_PROPAGATORS", "tracecontext,baggage,b3")
			.environment("OTEL_METRICS_EXPORTER", "otlp")
			.property("observability.exporter.endpoint=http://localhost:1")
			.property("observability.sampling.ratio=1.0")
			.start()) {
			application.get("/greeting/Ada");
			String traceId = RunningApplication.newTraceId();
			application.get("/greeting/Ada", "b3", traceId + "-00000000000000bb-1");
			assertThat(application.stop()).as(application.log()).isEqualTo(143);
			assertThat(application.received().spans()).isNotEmpty().allSatisfy((span) -> {
				assertThat(span.traceId()).isEqualTo(traceId);
				assertThat(span.resource().attributes()).containsAllEntriesOf(Map.of("service.name", "checkout",
						"service.version", "1.4.2", "k8s.namespace.name", "shop", "k8s.pod.name", "checkout-7d9"));
			});
			assertThat(application.received().logs())
				.allSatisfy((log) -> assertThat(log.resource().serviceName()).isEqualTo("checkout"))
				.filteredOn((log) -> log.traceId().equals(traceId))
				.extracting(LogRecord::body)
				.containsExactly("Greeting Ada");
			assertThat(application.received().metrics())
				.allSatisfy((metric) -> assertThat(metric.resource().serviceName()).isEqualTo("checkout"))
				.filteredOn((metric) -> metric.name().equals("http.server.request.duration"))
				.singleElement()
				.satisfies((metric) -> assertThat(metric.points()).hasSize(1));
		}
	}

}
