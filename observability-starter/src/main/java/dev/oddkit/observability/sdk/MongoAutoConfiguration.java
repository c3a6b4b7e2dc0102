package dev.oddkit.observability.sdk;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import dev.oddkit.observability.ConditionalOnObservability;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.util.ClassUtils;

/**
 * Lets the operations of MongoDB's reactive driver belong to the span that is current
 * where somebody subscribes. A provider of contexts that is there already stays, and the
 * operations have no parent then.
 */
@AutoConfiguration(
		afterName = "io.opentelemetry.instrumentation.spring.autoconfigure.internal.instrumentation.mongo.MongoClientInstrumentationSpringBoot4AutoConfiguration",
		beforeName = { "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
				"org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration" })
@ConditionalOnClass({ MongoClientSettingsBuilderCustomizer.class, ReactiveContextProvider.class })
@ConditionalOnObservability
@Conditional(OnSdkOfTheStarter.class)
public final class MongoAutoConfiguration {

	private static final String SYNCHRONOUS = "com.mongodb.client.SynchronousContextProvider";

	MongoAutoConfiguration() {
	}

	@Bean
	MongoClientSettingsBuilderCustomizer observabilityMongoContext() {
		return (builder) -> {
			MongoClientSettings settings = builder.build();
			if (settings.getContextProvider() == null) {
				builder
					.commandListenerList(
							settings.getCommandListeners().stream().map(MongoAutoConfiguration::carrying).toList())
					.contextProvider(provider());
			}
		};
	}

	private static CommandListener carrying(CommandListener listener) {
		return listener.getClass().getName().startsWith("io.opentelemetry.") ? new CarryingMongoListener(listener)
				: listener;
	}

	/**
	 * The same settings may be for both drivers, each of which takes providers of its own
	 * type only.
	 */
	private static ReactiveContextProvider provider() {
		return ClassUtils.isPresent(SYNCHRONOUS, MongoAutoConfiguration.class.getClassLoader())
				? new MongoContexts.OfBothDrivers() : new MongoContexts();
	}

}
