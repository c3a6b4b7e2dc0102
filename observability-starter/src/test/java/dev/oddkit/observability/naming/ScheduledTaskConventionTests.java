package dev.oddkit.observability.naming;

import java.lang.reflect.Method;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationTextPublisher;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.support.DefaultScheduledTaskObservationConvention;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.scheduling.support.ScheduledTaskObservationDocumentation;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduledTaskConventionTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ObservationAutoConfiguration.class, NamingAutoConfiguration.class))
		.withBean(ObservationTextPublisher.class, ObservationTextPublisher::new);

	@Test
	void taskIsNamedByItsMethod() {
		this.application.run((context) -> assertThat(labels(context))
			.contains(KeyValue.of("code.function.name", getClass().getName() + ".task")));
	}

	@Test
	void conventionOfTheApplicationComesFirst() {
		this.application.withBean(Convention.class)
			.run((context) -> assertThat(labels(context)).containsExactly(KeyValue.of("job", "nightly")));
	}

	@Test
	void namesOfMicrometerAreSprings() {
		this.application.withPropertyValues("observability.naming.conventions=micrometer")
			.run((context) -> assertThat(labels(context)).contains(KeyValue.of("code.function", "task")));
	}

	void task() {
	}

	private KeyValues labels(ApplicationContext context) {
		Method method = ReflectionUtils.findMethod(getClass(), "task");
		ScheduledTaskObservationContext task = new ScheduledTaskObservationContext(this, method);
		Observation observation = ScheduledTaskObservationDocumentation.TASKS_SCHEDULED_EXECUTION.start(null,
				new DefaultScheduledTaskObservationConvention(), () -> task,
				context.getBean(ObservationRegistry.class));
		observation.stop();
		return task.getLowCardinalityKeyValues();
	}

	/**
	 * As an application has it, without any order.
	 */
	static class Convention implements GlobalObservationConvention<ScheduledTaskObservationContext> {

		@Override
		public KeyValues getLowCardinalityKeyValues(ScheduledTaskObservationContext context) {
			return KeyValues.of("job", "nightly");
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ScheduledTaskObservationContext;
		}

	}

}
