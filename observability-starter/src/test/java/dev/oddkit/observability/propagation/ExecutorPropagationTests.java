package dev.oddkit.observability.propagation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.oddkit.observability.RoomReport;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Executors as users declare them. A task looks at what is current on its thread, by both
 * APIs and in the MDC.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExecutorPropagationTests {

	private static final Seen NOTHING = new Seen("0000000000000000", "none", "none", "none", "none");

	private static ConfigurableApplicationContext context;

	private static String output;

	@BeforeAll
	static void start(CapturedOutput captured) {
		SpringApplication application = new SpringApplication(ServiceWithExecutors.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		context = application.run("--spring.task.execution.mode=force",
				"--observability.propagation.baggage.fields=tenant");
		output = captured.getOut();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "applicationTaskExecutor", "pool", "simple", "concurrent", "scheduler", "service",
			"scheduledService", "stealing", "virtual", "lambda" })
	void taskHasTheSpanAndTheBaggageOfTheOneThatSubmitsIt(String bean) {
		Executor executor = context.getBean(bean, Executor.class);
		withinSpan((expected) -> assertThat(look(executor)).isEqualTo(expected));
		assertThat(look(executor)).isEqualTo(NOTHING);
	}

	@Test
	void spanOfAnObservationIsCarriedToo() {
		Observation observation = Observation.start("work", context.getBean(ObservationRegistry.class));
		observation.scoped(() -> {
			Seen here = Seen.here();
			assertThat(here.span()).isNotEqualTo(NOTHING.span());
			assertThat(look(context.getBean("pool", Executor.class))).isEqualTo(here);
		});
		observation.stop();
	}

	@Test
	void operatorOfReactorHasTheContextOnEveryScheduler() {
		withinSpan((expected) -> assertThat(Mono.fromCallable(Seen::here)
			.subscribeOn(Schedulers.boundedElastic())
			.publishOn(Schedulers.parallel())
			.map((seen) -> List.of(seen, Seen.here()))
			.block(Duration.ofSeconds(10))).containsExactly(expected, expected));
		assertThat(Mono.fromCallable(Seen::here).subscribeOn(Schedulers.boundedElastic()).block()).isEqualTo(NOTHING);
	}

	@Test
	void taskThatIsScheduledOnceHasTheContext() {
		ScheduledExecutorService executor = context.getBean("scheduledService", ScheduledExecutorService.class);
		withinSpan((expected) -> assertThat(join(
				CompletableFuture.supplyAsync(Seen::here, (task) -> executor.schedule(task, 1, TimeUnit.MILLISECONDS))))
			.isEqualTo(expected));
	}

	@Test
	void taskThatRecursHasNoContext() {
		ScheduledExecutorService executor = context.getBean("scheduledService", ScheduledExecutorService.class);
		ThreadPoolTaskScheduler scheduler = context.getBean("scheduler", ThreadPoolTaskScheduler.class);
		withinSpan((span) -> {
			for (Executor recurring : List.<Executor>of(
					(task) -> executor.scheduleAtFixedRate(task, 0, 1, TimeUnit.HOURS),
					(task) -> scheduler.scheduleWithFixedDelay(task, Duration.ofHours(1)), (task) -> scheduler
						.schedule(task, (trigger) -> (trigger.lastCompletion() == null) ? Instant.now() : null))) {
				assertThat(join(CompletableFuture.supplyAsync(Seen::here, recurring))).isEqualTo(NOTHING);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "pool", "service" })
	void scopeThatATaskLeavesOpenIsNotSeenByTheNext(String bean) {
		Executor executor = context.getBean(bean, Executor.class);
		withinSpan((span) -> join(CompletableFuture.runAsync(() -> {
			Context.current().with(span("forgotten")).makeCurrent();
			Observation.start("forgotten", context.getBean(ObservationRegistry.class)).openScope();
			throw new IllegalStateException("a task fails");
		}, executor).exceptionally((ex) -> null)));
		assertThat(look(executor)).isEqualTo(NOTHING);
		withinSpan((expected) -> assertThat(look(executor)).isEqualTo(expected));
	}

	@ParameterizedTest
	@MethodSource("threadsThatAreNoBeans")
	void threadThatIsNoBeanHasNoContext(Executor executor) {
		withinSpan((expected) -> assertThat(look(executor)).isEqualTo(NOTHING));
	}

	static Stream<Named<Executor>> threadsThatAreNoBeans() {
		return Stream.of(Named.of("pool", Executors.newFixedThreadPool(1)),
				Named.of("common pool", ForkJoinPool.commonPool()),
				Named.of("thread", (task) -> new Thread(task).start()));
	}

	@ParameterizedTest
	@MethodSource("remediesOfThePage")
	void threadThatIsNoBeanHasTheContextByTheLineOfThePage(Executor executor) {
		withinSpan((expected) -> assertThat(look(executor)).isEqualTo(expected));
		assertThat(look(executor)).isEqualTo(NOTHING);
	}

	static Stream<Named<Executor>> remediesOfThePage() {
		return Stream.of(Named.of("pool", ContextExecutorService.wrap(Executors.newFixedThreadPool(1))),
				Named.of("common pool", ContextExecutorService.wrap(ForkJoinPool.commonPool())::execute),
				Named.of("thread",
						(task) -> new Thread(ContextSnapshotFactory.builder().build().captureAll().wrap(task))
							.start()));
	}

	@Test
	void decoratorOfTheUserStays() {
		int before = ServiceWithExecutors.decorated.get();
		look(context.getBean("pool", Executor.class));
		assertThat(ServiceWithExecutors.decorated.get()).isEqualTo(before + 1);
	}

	@Test
	void beanKeepsItsType() {
		assertThat(context.getBean(ThreadPoolTaskScheduler.class)).isNotNull();
		assertThat(context.getBean("pool")).isExactlyInstanceOf(ThreadPoolTaskExecutor.class);
		assertThat(context.getBean(ThreadPoolExecutor.class)).isExactlyInstanceOf(ThreadPoolExecutor.class);
		assertThat(context.getBean("service")).isInstanceOf(ExecutorService.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fixed", "forkJoin" })
	void beanThatMustKeepAClassOfTheJdkIsNamedOnceAtStart(String bean) {
		assertThat(output.lines().filter((line) -> line.contains("'" + bean + "'"))).singleElement()
			.asString()
			.contains("java.util.concurrent.", "Declare the bean as ");
		RoomReport report = context.getBean("observabilityPropagationReport", RoomReport.class);
		Map<?, ?> executors = (Map<?, ?>) report.state().get().get("executors");
		assertThat(executors.get(bean)).asString().startsWith("does not carry context");
	}

	@Test
	void executorThatMayWorkOnOtherMachinesGetsItsTasksAsTheyAre() {
		Runnable task = () -> {
		};
		context.getBean(ServiceWithExecutors.Grid.class).execute(task);
		assertThat(ServiceWithExecutors.received.get()).isSameAs(task);
	}

	private static void withinSpan(Consumer<Seen> work) {
		Observation.createNotStarted("outer", context.getBean(ObservationRegistry.class)).observe(() -> {
			Context inner = Context.current().with(span("inner")).with(Baggage.builder().put("tenant", "blue").build());
			try (Scope scope = inner.makeCurrent()) {
				work.accept(Seen.here());
			}
		});
	}

	private static Span span(String name) {
		return context.getBean(OpenTelemetry.class).getTracer("test").spanBuilder(name).startSpan();
	}

	private static Seen look(Executor executor) {
		return join(CompletableFuture.supplyAsync(Seen::here, executor));
	}

	private static <T> T join(CompletableFuture<T> future) {
		return future.orTimeout(10, TimeUnit.SECONDS).join();
	}

	/**
	 * What is current on a thread.
	 */
	record Seen(String span, String spanOfMicrometer, String mdc, String tenant, String tenantInMdc) {

		static Seen here() {
			io.micrometer.tracing.Span current = context.getBean(Tracer.class).currentSpan();
			return new Seen(Span.current().getSpanContext().getSpanId(),
					(current != null) ? current.context().spanId() : "none", orNone(() -> MDC.get("spanId")),
					orNone(() -> Baggage.current().getEntryValue("tenant")), orNone(() -> MDC.get("tenant")));
		}

		private static String orNone(Supplier<String> value) {
			return (value.get() != null) ? value.get() : "none";
		}

	}

}
