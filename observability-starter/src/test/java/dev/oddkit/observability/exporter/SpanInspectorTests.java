package dev.oddkit.observability.exporter;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.UserExporters;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a bean of the application's that looks at spans and throws does to them.
 */
@ExtendWith(OutputCaptureExtension.class)
class SpanInspectorTests {

	@ParameterizedTest
	@ValueSource(classes = { BrokenPredicate.class, BrokenFilter.class, ForeignFilter.class, BrokenReporter.class,
			BrokenExporter.class })
	void everySpanLeavesAndTheBeanIsNamedOnce(Class<?> beans, CapturedOutput output) {
		try (HttpCollector collector = new HttpCollector()) {
			try (StartedService service = start(beans, collector)) {
				work(service, "first");
				work(service, "second");
			}
			assertThat(collector.arrivals().stream().flatMap(Collector.Arrival::spans))
				.containsExactlyInAnyOrder("first", "second");
			assertThat(output.getOut()
				.lines()
				.filter((line) -> line.contains(" WARN "))
				.filter((line) -> line.contains("of the application fails"))).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { BrokenPredicate.class, BrokenFilter.class, BrokenReporter.class })
	void spansThatLeftAreCountedAsExported(Class<?> beans) {
		try (HttpCollector collector = new HttpCollector()) {
			SignalLedger ledger;
			try (StartedService service = start(beans, collector)) {
				ledger = service.context().getBean(ExportStatus.class).ledger(Signal.TRACES);
				work(service, "first");
				work(service, "second");
			}
			assertThat(ledger.exported()).isEqualTo(2);
			assertThat(ledger.dropped()).isZero();
		}
	}

	@Test
	void secretThatAFilterFailsToRemoveDoesNotLeave() {
		try (HttpCollector collector = new HttpCollector()) {
			try (StartedService service = start(BrokenFilter.class, collector)) {
				work(service, "first");
				work(service, "second");
			}
			List<Span> spans = collector.arrivals().stream().flatMap(Collector.Arrival::decodedSpans).toList();
			assertThat(spans).filteredOn((span) -> span.getName().equals("first"))
				.singleElement()
				.satisfies((span) -> assertThat(span.getAttributesList()).isEmpty())
				.satisfies((span) -> assertThat(span.getEventsList()).isEmpty());
			assertThat(spans).filteredOn((span) -> span.getName().equals("second"))
				.singleElement()
				.satisfies((span) -> assertThat(span.getAttributesList()).hasSize(1));
		}
	}

	private static StartedService start(Class<?> beans, HttpCollector collector) {
		return StartedService.with(beans,
				List.of("observability.exporter.endpoint: http://127.0.0.1:" + collector.port(),
						"observability.exporter.logs.to: none"));
	}

	private static void work(StartedService service, String name) {
		service.context()
			.getBean(OpenTelemetry.class)
			.getTracer("test")
			.spanBuilder(name)
			.setAttribute("password", "secret")
			.startSpan()
			.addEvent("login")
			.end();
	}

	private static boolean fail(String name) {
		if (name.equals("first")) {
			throw new IllegalStateException("no idea");
		}
		return true;
	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenPredicate {

		@Bean
		SpanExportingPredicate predicate() {
			return (span) -> fail(span.getName());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenFilter {

		@Bean
		SpanFilter filter() {
			return (span) -> {
				fail(span.getName());
				return span.setTags(Map.of("password", "***"));
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ForeignFilter {

		@Bean
		SpanFilter filter() {
			return (span) -> null;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class BrokenReporter {

		@Bean
		SpanReporter reporter() {
			return new SpanReporter() {

				@Override
				public void report(FinishedSpan span) {
					fail(span.getName());
				}

				@Override
				public void close() {
				}

			};
		}

	}

	/**
	 * With a predicate, so that the exporter stands behind Micrometer's composite.
	 */
	@Configuration(proxyBeanMethods = false)
	static class BrokenExporter {

		@Bean
		SpanExportingPredicate all() {
			return (span) -> true;
		}

		@Bean
		SpanExporter exporter() {
			return UserExporters.spans((spans) -> {
				throw new IllegalStateException("no disk");
			});
		}

	}

}
