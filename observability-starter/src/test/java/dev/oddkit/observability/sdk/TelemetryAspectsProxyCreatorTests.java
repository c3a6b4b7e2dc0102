package dev.oddkit.observability.sdk;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;
import io.micrometer.observation.annotation.Observed;
import io.micrometer.tracing.annotation.ContinueSpan;
import io.micrometer.tracing.annotation.NewSpan;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;
import org.junit.jupiter.api.Test;

import org.springframework.aop.aspectj.AspectJPrecedenceInformation;
import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.aop.framework.Advised;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Scheduled;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans with each annotation in each place, with our auto-proxy creator and with
 * Spring's.
 */
class TelemetryAspectsProxyCreatorTests {

	@Test
	void eachBeanHasTheAdviceThatSpringsCreatorGivesIt() {
		Map<String, List<String>> springs = advice(AnnotationAwareAspectJAutoProxyCreator.class,
				"--spring.autoconfigure.exclude=" + AspectsAutoConfiguration.class.getName());
		assertThat(advice(TelemetryAspectsProxyCreator.class)).isEqualTo(springs);
		assertThat(springs.get(Nothing.class.getName())).isEmpty();
		assertThat(springs.get(OnParent.class.getName())).contains("timedAspect");
	}

	private static Map<String, List<String>> advice(Class<?> creator, String... arguments) {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application
			.run(Stream.concat(Stream.of("--otel.instrumentation.spring-scheduling.enabled=true"), Stream.of(arguments))
				.toArray(String[]::new))) {
			assertThat(context.getBean(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)).isExactlyInstanceOf(creator);
			Map<String, List<String>> advice = new TreeMap<>();
			context.getBeansOfType(Work.class).forEach((name, bean) -> advice.put(name, adviceOf(bean)));
			return advice;
		}
	}

	private static List<String> adviceOf(Object bean) {
		return (bean instanceof Advised advised) ? Stream.of(advised.getAdvisors())
			.map((advisor) -> (advisor instanceof AspectJPrecedenceInformation aspect) ? aspect.getAspectName()
					: advisor.getAdvice().getClass().getName())
			.toList() : List.of();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Nothing.class, OnClass.class, OnMethod.class, OnParent.class, OnInterface.class, OnImplementation.class,
			CountedWork.class, CountedClass.class, ObservedWork.class, ObservedClass.class, NewSpanWork.class,
			ContinuedWork.class, WithSpanWork.class, Hidden.class, ScheduledWork.class, UsersWork.class,
			UsersAspect.class })
	static class Service {

	}

	interface Work {

		default void work() {
		}

	}

	static class Nothing implements Work {

	}

	@Timed
	static class OnClass implements Work {

		@Override
		public void work() {
		}

	}

	static class OnMethod implements Work {

		@Override
		@Timed
		public void work() {
		}

	}

	static class OnParent extends OnMethod {

	}

	interface TimedWork extends Work {

		@Override
		@Timed
		default void work() {
		}

	}

	static class OnInterface implements TimedWork {

	}

	static class OnImplementation implements TimedWork {

		@Override
		public void work() {
		}

	}

	static class CountedWork implements Work {

		@Override
		@Counted
		public void work() {
		}

	}

	@Counted
	static class CountedClass implements Work {

		@Override
		public void work() {
		}

	}

	static class ObservedWork implements Work {

		@Override
		@Observed
		public void work() {
		}

	}

	@Observed
	static class ObservedClass implements Work {

		@Override
		public void work() {
		}

	}

	static class NewSpanWork implements Work {

		@Override
		@NewSpan
		public void work() {
		}

	}

	static class ContinuedWork implements Work {

		@Override
		@ContinueSpan
		public void work() {
		}

	}

	static class WithSpanWork implements Work {

		@Override
		@WithSpan
		public void work() {
		}

	}

	static class Hidden implements Work {

		@WithSpan
		void hidden() {
		}

	}

	static class ScheduledWork implements Work {

		@Scheduled(fixedDelay = Long.MAX_VALUE)
		void scheduled() {
		}

	}

	static class UsersWork implements Work {

		@Audited
		void users() {
		}

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Audited {

	}

	@Aspect
	static class UsersAspect {

		@Before("@annotation(dev.oddkit.observability.sdk.TelemetryAspectsProxyCreatorTests.Audited)")
		void before() {
		}

	}

}
