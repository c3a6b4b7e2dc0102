package dev.oddkit.observability.sdk;

import dev.oddkit.observability.ConditionalOnObservability;
import org.aspectj.weaver.Advice;

import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;

/**
 * Keeps {@code @Timed}, {@code @Counted}, {@code @Observed}, {@code @NewSpan} and
 * {@code @WithSpan} from taking a quarter of the start.
 */
@AutoConfiguration
@ConditionalOnClass({ Advice.class, AnnotationAwareAspectJAutoProxyCreator.class })
@ConditionalOnObservability
@Import(TelemetryAspects.class)
public final class AspectsAutoConfiguration {

	AspectsAutoConfiguration() {
	}

}
