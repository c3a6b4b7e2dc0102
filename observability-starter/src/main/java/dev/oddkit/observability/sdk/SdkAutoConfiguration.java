package dev.oddkit.observability.sdk;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * Makes the SDK of the OpenTelemetry starter the only one: its parts are beans before
 * Spring Boot's auto-configurations look for them, so that those back off.
 */
@AutoConfiguration(afterName = "io.opentelemetry.instrumentation.spring.autoconfigure.OpenTelemetryAutoConfiguration",
		beforeName = {
				"org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
				"org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
				"org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration" })
@ConditionalOnObservability
@Conditional(OnSdkOfTheStarter.class)
@EnableConfigurationProperties(SdkProperties.class)
public final class SdkAutoConfiguration {

	SdkAutoConfiguration() {
	}

	@Bean
	static BuiltSdk observabilityBuiltSdk() {
		return new BuiltSdk();
	}

	// The SDK closes its parts itself, hence no destroy methods. Asking for the bean
	// builds it, which fills the other parameter.

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	SdkTracerProvider observabilityTracerProvider(OpenTelemetry openTelemetry, BuiltSdk sdk) {
		return sdk.get().getSdkTracerProvider();
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	SdkMeterProvider observabilityMeterProvider(OpenTelemetry openTelemetry, BuiltSdk sdk) {
		return sdk.get().getSdkMeterProvider();
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	SdkLoggerProvider observabilityLoggerProvider(OpenTelemetry openTelemetry, BuiltSdk sdk) {
		return sdk.get().getSdkLoggerProvider();
	}

	@Bean
	@ConditionalOnMissingBean
	ContextPropagators observabilityContextPropagators(OpenTelemetry openTelemetry) {
		return openTelemetry.getPropagators();
	}

	@Bean
	@ConditionalOnMissingBean
	OtelCurrentTraceContext observabilityCurrentTraceContext() {
		return new SpanAwareCurrentTraceContext();
	}

	@Bean
	@Lazy(false)
	ContextAccessors observabilityContextAccessors() {
		return new ContextAccessors();
	}

	@Bean
	static AutoConfigurationCustomizerProvider observabilityUserBeans(ListableBeanFactory beans) {
		return new UserBeans(beans);
	}

	@Bean
	static SdkShutdown observabilitySdkShutdown(ObjectProvider<SdkProperties> properties) {
		return new SdkShutdown(properties);
	}

	/**
	 * Create the SDK before the user's beans, so that it is closed after them and what
	 * they emit while they are destroyed still leaves.
	 */
	@Bean
	static BeanFactoryInitializer<ListableBeanFactory> observabilityFirstBean() {
		return (beans) -> beans.getBean(OpenTelemetry.class);
	}

	@Bean
	static LiteConfigurations observabilityLiteConfigurations() {
		return new LiteConfigurations();
	}

	@Bean
	static BeanFactoryPostProcessor observabilityIdlePipeline() {
		return new IdlePipeline();
	}

	@Bean
	@Lazy(false)
	LateMeterClose observabilityLateMeterClose(ApplicationContext context) {
		return new LateMeterClose(context);
	}

	@Bean
	RoomReport observabilitySdkReport(ContextAccessors contextAccessors) {
		return new RoomReport("sdk").with("observability.enabled", true)
			.with("observability.sdk.shutdown-timeout", "3s")
			.with(contextAccessors::state);
	}

	@Bean
	@ConditionalOnBean(type = DeclarativeNotice.MODEL)
	@Lazy(false)
	DeclarativeNotice observabilityDeclarativeNotice() {
		return new DeclarativeNotice();
	}

}
