package dev.oddkit.observability.cardinality;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.micrometer.core.annotation.Counted;
import io.micrometer.core.annotation.Timed;
import io.micrometer.core.aop.CountedAspect;
import io.micrometer.core.aop.TimedAspect;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.aspectj.lang.ProceedingJoinPoint;
import org.junit.jupiter.api.Test;

import org.springframework.aop.aspectj.annotation.AspectJProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways by which code reaches a registry.
 */
class RegistrationPathTests {

	private final Guards guards = new Guards();

	private final SimpleMeterRegistry registry = this.guards.guard(new SimpleMeterRegistry());

	@Test
	void totalsAreExactInACompositeAndItsChildren() {
		CompositeMeterRegistry composite = this.guards.guard(new CompositeMeterRegistry());
		composite.add(this.registry);
		Guards.flood((user) -> composite.counter("orders", "user", user).increment());
		SimpleMeterRegistry late = this.guards.guard(new SimpleMeterRegistry());
		composite.add(late);
		Guards.flood((user) -> composite.counter("orders", "user", user).increment());
		assertThat(composite.find("orders").counters()).hasSize(Guards.ADMITTED + 1);
		assertThat(sum(this.registry)).isEqualTo(2 * Guards.FLOOD);
		assertThat(sum(late)).isEqualTo(Guards.FLOOD);
	}

	@Test
	void metersOfAProviderAreExactAndBounded() {
		Meter.MeterProvider<Counter> orders = Counter.builder("orders").withRegistry(this.registry);
		Meter.MeterProvider<Timer> time = Timer.builder("time").withRegistry(this.registry);
		Guards.flood((user) -> orders.withTag("user", user).increment());
		Guards.flood((user) -> time.withTags("user", user).record(1, TimeUnit.SECONDS));
		assertThat(this.registry.getMeters()).hasSize(2 * (Guards.ADMITTED + 1));
		assertThat(sum(this.registry)).isEqualTo(Guards.FLOOD);
		assertThat(this.registry.get("time").tag("user", "other").timer().totalTime(TimeUnit.SECONDS))
			.isEqualTo(Guards.FLOOD - Guards.ADMITTED);
	}

	@Test
	void annotatedMethodsAreExactAndBounded() {
		Function<ProceedingJoinPoint, Iterable<Tag>> tags = (call) -> Tags.of("user", (String) call.getArgs()[0]);
		AspectJProxyFactory factory = new AspectJProxyFactory(new Annotated());
		factory.addAspect(new TimedAspect(this.registry, tags));
		factory.addAspect(new CountedAspect(this.registry, tags));
		Annotated annotated = factory.getProxy();
		Guards.flood(annotated::work);
		assertThat(sum(this.registry)).isEqualTo(Guards.FLOOD);
		assertThat(this.registry.find("orders").counters()).hasSize(Guards.ADMITTED + 1);
		assertThat(this.registry.find("time").timers()).hasSize(Guards.ADMITTED + 1);
		assertThat(this.registry.get("time").tag("user", "other").timer().count())
			.isEqualTo(Guards.FLOOD - Guards.ADMITTED);
	}

	private static double sum(MeterRegistry registry) {
		return registry.find("orders").counters().stream().mapToDouble(Counter::count).sum();
	}

	static class Annotated {

		@Timed("time")
		@Counted("orders")
		void work(String user) {
		}

	}

}
