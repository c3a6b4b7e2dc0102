package dev.oddkit.observability.propagation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class ExecutorSwitchTests {

	private final ExecutorService mine = Executors.newSingleThreadExecutor();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PropagationAutoConfiguration.class))
		.withBean("mine", ExecutorService.class, () -> this.mine);

	@Test
	void executorsAreLeftAloneWhenTheSwitchIsOff() {
		this.runner.withPropertyValues("observability.propagation.executors.enabled=false")
			.run((context) -> assertThat(context.getBean("mine")).isSameAs(this.mine));
		this.runner.run((context) -> assertThat(context.getBean("mine")).isNotSameAs(this.mine));
	}

}
