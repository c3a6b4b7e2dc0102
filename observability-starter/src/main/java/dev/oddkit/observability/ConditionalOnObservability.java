package dev.oddkit.observability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Conditional;

/**
 * Matches unless {@code observability.enabled=false}, {@code otel.sdk.disabled=true} or
 * {@code management.opentelemetry.enabled=false}. Every room carries it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Conditional(OnObservabilityCondition.class)
public @interface ConditionalOnObservability {

}
