package dev.oddkit.observability.logging;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.logs.LogLimits;
import io.opentelemetry.sdk.logs.LogLimitsBuilder;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the attributes of a log record, whatever somebody puts into the MDC. The SDK
 * bounds their number, but not their length.
 */
class LogRecordLimits implements AutoConfigurationCustomizerProvider {

	private final @Nullable Integer maxAttributeLength;

	LogRecordLimits(@Nullable Integer maxAttributeLength) {
		this.maxAttributeLength = maxAttributeLength;
	}

	@Override
	public void customize(AutoConfigurationCustomizer customizer) {
		customizer.addLoggerProviderCustomizer(this::limit);
	}

	private SdkLoggerProviderBuilder limit(SdkLoggerProviderBuilder builder, ConfigProperties config) {
		LogLimitsBuilder limits = LogLimits.builder();
		Integer length = (this.maxAttributeLength != null) ? this.maxAttributeLength
				: config.getInt("otel.attribute.value.length.limit");
		if (length != null) {
			limits.setMaxAttributeValueLength(length);
		}
		Integer count = config.getInt("otel.attribute.count.limit");
		if (count != null) {
			limits.setMaxNumberOfAttributes(count);
		}
		LogLimits fixed = limits.build();
		return builder.setLogLimits(() -> fixed);
	}

}
