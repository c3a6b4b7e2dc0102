package dev.oddkit.observability.sdk;

import dev.oddkit.observability.ConditionalOnObservability;
import io.lettuce.core.tracing.LettuceObservationConvention;
import io.lettuce.core.tracing.MicrometerTracing;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/**
 * Lets the commands of Lettuce belong to the span that is current, whichever API started
 * it. Follows Spring Boot's customizer, and is gone when that is.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration",
		beforeName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass({ MicrometerTracing.class, ClientResourcesBuilderCustomizer.class })
@ConditionalOnBean(name = "lettuceObservation")
@ConditionalOnObservability
@Conditional(OnSdkOfTheStarter.class)
public final class RedisAutoConfiguration {

	RedisAutoConfiguration() {
	}

	@Bean
	ClientResourcesBuilderCustomizer observabilityRedisTracing(ObservationRegistry observations,
			ObjectProvider<LettuceObservationConvention> conventions) {
		LettuceObservationConvention convention = conventions.getIfUnique();
		return (builder) -> builder.tracing((convention != null) ? new CarryingRedisTracing(observations, convention)
				: new CarryingRedisTracing(observations));
	}

}
