package dev.oddkit.observability.propagation;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often the context of a task is captured on the thread that submits it.
 */
class ExecutorCaptureTests {

	private static final String KEY = "test.captures";

	private final Thread submitter = Thread.currentThread();

	private final AtomicInteger captures = new AtomicInteger();

	private final ExecutorService mine = Executors.newSingleThreadExecutor();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(PropagationAutoConfiguration.class, TaskExecutionAutoConfiguration.class))
		.withPropertyValues("spring.task.execution.mode=force");

	@BeforeEach
	void count() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, () -> {
			if (Thread.currentThread() == this.submitter) {
				this.captures.incrementAndGet();
			}
			return "value";
		}, (value) -> {
		}, () -> {
		});
	}

	@AfterEach
	void forget() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
		this.mine.shutdown();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.task.execution.propagate-context=true",
			"spring.task.execution.propagate-context=false", "spring.threads.virtual.enabled=true" })
	void contextIsCapturedOnceWhateverSpringBootDoes(String property) {
		this.runner.withPropertyValues(property)
			.withBean("users", TaskDecorator.class, () -> (task) -> task)
			.run((context) -> {
				run(context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class).submit(() -> {
				}));
				assertThat(this.captures).hasValue(1);
			});
	}

	@Test
	void executorsAreLeftAloneWhenTheSwitchIsOff() {
		this.runner.withPropertyValues("observability.propagation.executors.enabled=false")
			.withBean("mine", ExecutorService.class, () -> this.mine)
			.run((context) -> {
				assertThat(context.getBean("mine")).isSameAs(this.mine);
				run(context.getBean("applicationTaskExecutor", AsyncTaskExecutor.class).submit(() -> {
				}));
				assertThat(this.captures).hasValue(0);
			});
	}

	private static void run(Future<?> task) throws Exception {
		task.get(10, TimeUnit.SECONDS);
	}

}
