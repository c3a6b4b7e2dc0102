package dev.oddkit.observability.sdk;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
import org.springframework.core.annotation.AnnotationAwareOrderComparator;

/**
 * Attaches the extension beans that Spring Boot documents to the one SDK. Exporters,
 * samplers and resources belong to the rooms of those names.
 */
class UserBeans implements AutoConfigurationCustomizerProvider {

	/**
	 * Spring Boot's own beans of the types that users extend.
	 */
	private static final Set<String> BOOT_BEANS = Set.of("otelSpanProcessor", "openTelemetryBatchLogRecordProcessor",
			"openTelemetryResource");

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
		customizer.addResourceCustomizer((resource, config) -> users(Resource.class).reduce(resource, Resource::merge));
	}

	private SdkTracerProviderBuilder tracerProvider(SdkTracerProviderBuilder builder) {
		users(SpanProcessor.class).forEach(builder::addSpanProcessor);
		users(SdkTracerProviderBuilderCustomizer.class).forEach((user) -> user.customize(builder));
		return builder;
	}

	private SdkLoggerProviderBuilder loggerProvider(SdkLoggerProviderBuilder builder) {
		// Before the batch, which keeps a record as it is when it gets it
		List<LogRecordProcessor> processors = users(LogRecordProcessor.class).toList();
		for (int i = processors.size() - 1; i >= 0; i--) {
			builder.addLogRecordProcessorFirst(processors.get(i));
		}
		users(SdkLoggerProviderBuilderCustomizer.class).forEach((user) -> user.customize(builder));
		return builder;
	}

	private <T> Stream<T> users(Class<T> type) {
		return Arrays.stream(this.beans.getBeanNamesForType(type))
			.filter((name) -> !BOOT_BEANS.contains(name))
			.map((name) -> this.beans.getBean(name, type))
			.distinct()
			.sorted(AnnotationAwareOrderComparator.INSTANCE);
	}

}
