package dev.oddkit.observability.cardinality;

import dev.oddkit.observability.ConditionalOnObservability;
import dev.oddkit.observability.RoomReport;
import dev.oddkit.observability.cardinality.core.CardinalityGuard;
import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.SeriesBudget;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Puts one guard before every registry that code can call, the composite and the global
 * one included, and before the instruments of the OpenTelemetry API. A filter that is a
 * mere bean would not reach the composite.
 */
@AutoConfiguration(afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration")
@ConditionalOnObservability
@ConditionalOnClass({ MeterRegistry.class, MeterRegistryCustomizer.class, OpenTelemetry.class })
@ConditionalOnBooleanProperty(name = "observability.cardinality.enabled", matchIfMissing = true)
@EnableConfigurationProperties(CardinalityProperties.class)
public final class CardinalityAutoConfiguration {

	CardinalityAutoConfiguration() {
	}

	@Bean
	PropertyRules observabilityCardinalityRules(CardinalityProperties properties) {
		return new PropertyRules(properties);
	}

	@Bean
	SeriesBudget observabilitySeriesBudget(PropertyRules rules) {
		return new SeriesBudget(rules.limits().series());
	}

	@Bean
	FoldWarnings observabilityFoldWarnings() {
		return new FoldWarnings();
	}

	@Bean
	SpanNotes observabilitySpanNotes(CardinalityProperties properties) {
		return new SpanNotes(properties.spanAttributes());
	}

	@Bean
	GuardedRegistries observabilityGuardedRegistries(PropertyRules rules, SeriesBudget budget,
			ObjectProvider<GuardListener> listeners, SpanNotes notes) {
		return new GuardedRegistries(new CardinalityGuard<>(rules, budget, all(listeners)), notes);
	}

	@Bean
	InstrumentGuards observabilityInstrumentGuards(PropertyRules rules, SeriesBudget budget,
			ObjectProvider<GuardListener> listeners, SpanNotes notes) {
		return new InstrumentGuards(new CardinalityGuard<>(rules, budget, all(listeners)), notes);
	}

	private static GuardListener all(ObjectProvider<GuardListener> listeners) {
		return new GuardListeners(listeners.orderedStream().toList());
	}

	@Bean
	static RegistryPostProcessor observabilityRegistryPostProcessor(ObjectProvider<GuardedRegistries> registries,
			ObjectProvider<InstrumentGuards> instruments) {
		return new RegistryPostProcessor(registries, instruments);
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	MeterRegistryCustomizer<MeterRegistry> observabilityLateRegistries(RegistryPostProcessor processor) {
		return processor::customize;
	}

	@Bean
	GlobalRegistry observabilityGlobalRegistry(GuardedRegistries registries) {
		return new GlobalRegistry(registries.filter(Metrics.globalRegistry));
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	ObservationRegistryCustomizer<ObservationRegistry> observabilityObservationStops(SpanNotes notes) {
		return (registry) -> registry.observationConfig().observationHandler(new ObservationStops(notes));
	}

	@Bean
	Offenders observabilityOffenders(GuardedRegistries registries, InstrumentGuards instruments, SeriesBudget budget) {
		return new Offenders(registries, instruments, budget);
	}

	@Bean
	CardinalityMeters observabilityCardinalityMeters(Offenders offenders, SeriesBudget budget) {
		return new CardinalityMeters(offenders, budget);
	}

	@Bean
	Retirement observabilityRetirement(CardinalityProperties properties, GuardedRegistries registries) {
		return new Retirement(registries, properties.idleEpochs());
	}

	@Bean
	Epochs observabilityCardinalityEpochs(CardinalityProperties properties, Retirement retirement,
			InstrumentGuards instruments, CardinalityMeters meters, Offenders offenders) {
		Suggestion suggestion = new Suggestion(properties.suggestionFile(), offenders);
		return new Epochs(properties.epoch(), () -> {
			retirement.endEpoch();
			instruments.endEpoch(properties.idleEpochs());
			meters.refresh();
			suggestion.write();
		}, retirement::forward);
	}

	@Bean
	@ConditionalOnAvailableEndpoint
	CardinalityEndpoint observabilityCardinalityEndpoint(Offenders offenders, Retirement retirement,
			InstrumentGuards instruments) {
		return new CardinalityEndpoint(offenders, retirement, instruments);
	}

	@Bean
	RoomReport observabilityCardinalityReport(Offenders offenders, CardinalityProperties properties) {
		return new RoomReport("cardinality").with("observability.cardinality.enabled", true)
			.with("observability.cardinality.max-values-per-key", properties.maxValuesPerKey())
			.with("observability.cardinality.max-series-per-meter", properties.maxSeriesPerMeter())
			.with("observability.cardinality.max-series", properties.maxSeries())
			.with(offenders::describe);
	}

}
