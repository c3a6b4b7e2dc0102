package dev.oddkit.observability.sdk;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.logs.LogRecordProcessor;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.SpanProcessor;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.boot.opentelemetry.autoconfigure.logging.SdkLoggerProviderBuilderCustomizer;

/**
 * Attaches the extension beans that Spring Boot documents to the one SDK. Exporters,
 * samplers and resources belong to the rooms of those names.
 */
class UserBeans implements AutoConfigurationCustomizerProvider {

	private static final String BOOT_SPAN_PROCESSOR = "otelSpanProcessor";

	private static final String BOOT_LOG_PROCESSOR = "openTelemetryBatchLogRecordProcessor";

	private final ListableBeanFactory beans;

	UserBeans(ListableBeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		if (customizer instanceof AutoConfiguredOpenTelemetrySdkBuilder builder) {
			// A hook of the SDK's own would race with the application context's
			builder.disableShutdownHook();
		}
		customizer.addTracerProviderCustomizer((builder, config) -> tracerProvider(builder));
		customizer.addLoggerProviderCustomizer((builder, config) -> loggerProvider(builder));
		customizer.addResourceCustomizer((resource, config) -> this.beans.getBeanProvider(Resource.class)
			.orderedStream()
			.reduce(resource, Resource::merge));
	}

	private SdkTracerProviderBuilder tracerProvider(SdkTracerProviderBuilder builder) {
		for (String name : this.beans.getBeanNamesForType(SpanProcessor.class)) {
			if (!BOOT_SPAN_PROCESSOR.equals(name)) {
				builder.addSpanProcessor(this.beans.getBean(name, SpanProcessor.class));
			}
		}
		this.beans.getBeanProvider(SdkTracerProviderBuilderCustomizer.class)
			.orderedStream()
			.forEach((user) -> user.customize(builder));
		return builder;
	}

	private SdkLoggerProviderBuilder loggerProvider(SdkLoggerProviderBuilder builder) {
		for (String name : this.beans.getBeanNamesForType(LogRecordProcessor.class)) {
			if (!BOOT_LOG_PROCESSOR.equals(name)) {
				builder.addLogRecordProcessor(this.beans.getBean(name, LogRecordProcessor.class));
			}
		}
		this.beans.getBeanProvider(SdkLoggerProviderBuilderCustomizer.class)
			.orderedStream()
			.forEach((user) -> user.customize(builder));
		return builder;
	}

}
