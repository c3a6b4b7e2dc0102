package dev.oddkit.observability.cardinality;

import java.util.Map;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Installs the limit on every registry, the composite included. A filter that is a mere
 * bean would not reach the composite, which is the one that code calls.
 */
@AutoConfiguration
@ConditionalOnObservability
@ConditionalOnClass({ MeterRegistry.class, MeterRegistryCustomizer.class })
@ConditionalOnBooleanProperty(name = "observability.cardinality.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CardinalityProperties.class)
public final class CardinalityAutoConfiguration {

	CardinalityAutoConfiguration() {
	}

	@Bean
	LabelLimit observabilityLabelLimit(CardinalityProperties properties) {
		if (properties.maxValuesPerKey() < 1) {
			throw new InvalidConfigurationPropertyValueException("observability.cardinality.max-values-per-key",
					properties.maxValuesPerKey(), "It must be at least 1; the default is 100.");
		}
		return new LabelLimit(properties.maxValuesPerKey());
	}

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	MeterRegistryCustomizer<MeterRegistry> observabilityLabelLimitCustomizer(LabelLimit limit) {
		return (registry) -> registry.config().meterFilter(new LabelLimitFilter(limit));
	}

	@Bean
	RoomReport observabilityCardinalityReport(LabelLimit limit, CardinalityProperties properties) {
		return new RoomReport("cardinality").with("observability.cardinality.enabled", true)
			.with("observability.cardinality.max-values-per-key", properties.maxValuesPerKey())
			.with(() -> Map.of("folded", limit.folded()));
	}

}
