package dev.oddkit.observability.exporter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The smallest application that emits all three signals. It counts what it emits by
 * itself, without the ledgers.
 */
class Emitter implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Emitter.class);

	private final ConfigurableApplicationContext context;

	private final Counts counts;

	private final ExportStatus status;

	Emitter(FaultyBackend backend, String... properties) {
		this(Application.class, backend, properties);
	}

	Emitter(Class<?> beans, FaultyBackend backend, String... properties) {
		Map<String, String> arguments = new LinkedHashMap<>(Map.of("spring.application.name", "emitter",
				"observability.metrics.to", "otlp", "observability.exporter.timeout", "2s", "otel.bsp.schedule.delay",
				"50ms", "otel.blrp.schedule.delay", "50ms", "otel.metric.export.interval", "200ms",
				"observability.sampling.max-traces-per-second", "-1", "logging.level.io.grpc", "off"));
		for (String property : Stream.concat(backend.settings().stream(), Stream.of(properties)).toList()) {
			arguments.put(property.substring(0, property.indexOf('=')), property.substring(property.indexOf('=') + 1));
		}
		SpringApplication application = new SpringApplication(Application.class, beans);
		application.setWebApplicationType(WebApplicationType.NONE);
		this.context = application.run(arguments.entrySet()
			.stream()
			.map((argument) -> "--" + argument.getKey() + "=" + argument.getValue())
			.toArray(String[]::new));
		this.counts = this.context.getBean(Counts.class);
		this.status = this.context.getBean(ExportStatus.class);
	}

	void emit(int items) {
		for (int i = 0; i < items; i++) {
			this.context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder("work").startSpan().end();
			logger.info("work");
		}
	}

	int emitted(Signal signal) {
		return ((signal == Signal.TRACES) ? this.counts.spans : this.counts.logs).get();
	}

	ExportStatus status() {
		return this.status;
	}

	SignalLedger ledger(Signal signal) {
		return status().ledger(signal);
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	@Override
	public void close() {
		this.context.close();
	}

	private static final class Counts {

		private final AtomicInteger spans = new AtomicInteger();

		private final AtomicInteger logs = new AtomicInteger();

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Counts counts() {
			return new Counts();
		}

		@Bean
		LogRecordProcessor countedLogs(Counts counts) {
			return new LogRecordProcessor() {

				@Override
				public void onEmit(Context context, ReadWriteLogRecord logRecord) {
					counts.logs.incrementAndGet();
				}

			};
		}

		@Bean
		SpanProcessor countedSpans(Counts counts) {
			return new SpanProcessor() {

				@Override
				public void onStart(Context parentContext, ReadWriteSpan span) {
				}

				@Override
				public boolean isStartRequired() {
					return false;
				}

				@Override
				public void onEnd(ReadableSpan span) {
					counts.spans.incrementAndGet();
				}

				@Override
				public boolean isEndRequired() {
					return true;
				}

			};
		}

	}

}
