package dev.oddkit.observability.sdk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.oddkit.observability.UserExporters;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.opentelemetry.autoconfigure.logging.SdkLoggerProviderBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every further kind of extension of Spring Boot, Micrometer and OpenTelemetry, as a bean
 * of a service that sends one span and one log record.
 */
class EveryUserBeanTests {

	private static final List<String> SEEN = new CopyOnWriteArrayList<>();

	private static boolean meterIsDenied;

	@BeforeAll
	static void run() {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run("--otel.traces.exporter=otlp,mine")) {
			context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan().end();
			ObservationRegistry observations = context.getBean(ObservationRegistry.class);
			Observation.start("observed", observations).stop();
			Observation.start("unwanted", observations).stop();
			LoggerFactory.getLogger("shop").info("record");
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			meters.counter("denied").increment();
			meterIsDenied = meters.find("denied").counter() == null;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "filter work", "reporter work", "tracer provider customizer work", "exporter by SPI work",
			"customizer provider work", "log processor record", "log exporter record",
			"logger provider customizer record", "handler observed" })
	void eachIsAskedOnce(String seen) {
		assertThat(SEEN).as(SEEN.toString()).filteredOn(seen::equals).hasSize(1);
	}

	@Test
	void observationPredicateOfTheUserKeepsWorkUnobserved() {
		assertThat(SEEN).noneMatch((seen) -> seen.endsWith("unwanted"));
	}

	@Test
	void meterFilterOfTheUserDenies() {
		assertThat(meterIsDenied).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Service {

		@Bean
		SpanFilter userFilter() {
			return (span) -> {
				SEEN.add("filter " + span.getName());
				return span;
			};
		}

		@Bean
		SpanReporter userReporter() {
			return new SpanReporter() {

				@Override
				public void report(FinishedSpan span) {
					SEEN.add("reporter " + span.getName());
				}

				@Override
				public void close() {
				}

			};
		}

		@Bean
		SdkTracerProviderBuilderCustomizer userTracerProvider() {
			return (builder) -> builder
				.addSpanProcessor(SimpleSpanProcessor.create(spans("tracer provider customizer")));
		}

		@Bean
		ConfigurableSpanExporterProvider userExporterByName() {
			return new ConfigurableSpanExporterProvider() {

				@Override
				public SpanExporter createExporter(ConfigProperties config) {
					return spans("exporter by SPI");
				}

				@Override
				public String getName() {
					return "mine";
				}

			};
		}

		@Bean
		AutoConfigurationCustomizerProvider userCustomizer() {
			return (customizer) -> customizer.addTracerProviderCustomizer((builder, config) -> builder
				.addSpanProcessor(SimpleSpanProcessor.create(spans("customizer provider"))));
		}

		@Bean
		LogRecordProcessor userLogProcessor() {
			return (context, record) -> logged("log processor", record.toLogRecordData());
		}

		@Bean
		LogRecordExporter userLogExporter() {
			return UserExporters.ofLogs((record) -> logged("log exporter", record));
		}

		@Bean
		SdkLoggerProviderBuilderCustomizer userLoggerProvider() {
			return (builder) -> builder.addLogRecordProcessor(
					(context, record) -> logged("logger provider customizer", record.toLogRecordData()));
		}

		@Bean
		MeterFilter userMeterFilter() {
			return new MeterFilter() {

				@Override
				public MeterFilterReply accept(Meter.Id id) {
					return id.getName().equals("denied") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
				}

			};
		}

		@Bean
		ObservationPredicate userPredicate() {
			return (name, context) -> !name.equals("unwanted");
		}

		@Bean
		ObservationHandler<Observation.Context> userHandler() {
			return new ObservationHandler<>() {

				@Override
				public void onStop(Observation.Context context) {
					SEEN.add("handler " + context.getName());
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return true;
				}

			};
		}

		private static SpanExporter spans(String who) {
			return UserExporters.ofSpans((span) -> SEEN.add(who + " " + span.getName()));
		}

		private static void logged(String who, LogRecordData record) {
			if (record.getInstrumentationScopeInfo().getName().equals("shop") && record.getBodyValue() != null) {
				SEEN.add(who + " " + record.getBodyValue().asString());
			}
		}

	}

}
