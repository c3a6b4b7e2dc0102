package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The global registry of a JVM in which applications come and go.
 */
class GlobalRegistryFilterTests {

	/**
	 * Of open applications that other tests share. Some cannot be read, and keep the
	 * series in their places.
	 */
	private final Set<MeterRegistry> others = Set.copyOf(Metrics.globalRegistry.getRegistries());

	@BeforeEach
	void takeOthersOut() {
		this.others.forEach(Metrics::removeRegistry);
	}

	@AfterEach
	void putOthersBack() {
		this.others.forEach(Metrics::addRegistry);
	}

	@Test
	void tenApplicationsLeaveNothingBehind() {
		List<WeakReference<Guards>> gone = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			gone.add(new WeakReference<>(application("ten.contexts." + i)));
		}
		Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
		while (gone.stream().anyMatch((guards) -> guards.get() != null) && Instant.now().isBefore(deadline)) {
			System.gc();
		}
		assertThat(gone).allMatch((guards) -> guards.get() == null);
	}

	private static Guards application(String meter) {
		Guards guards = new Guards();
		GlobalRegistry global = new GlobalRegistry(guards.registries.filter(Metrics.globalRegistry));
		Guards.flood((user) -> Metrics.counter(meter, "user", user).increment());
		Guards.flood((user) -> Metrics.timer(meter + ".time", "user", user).record(1, TimeUnit.SECONDS));
		Guards.flood((user) -> Metrics.summary(meter + ".size", "user", user).record(1));
		Guards.flood((user) -> Metrics.gauge(meter + ".depth", Tags.of("user", user), 1));
		Guards.flood((user) -> FunctionCounter.builder(meter + ".hits", "function", String::length)
			.tag("user", user)
			.register(Metrics.globalRegistry));
		guards.epochs(1);
		assertThat(Metrics.globalRegistry.find(meter).counters()).hasSize(65);
		guards.epochs(5);
		assertThat(Metrics.globalRegistry.getMeters()).filteredOn((any) -> any.getId().getName().startsWith(meter))
			.hasSize(3 + Guards.ADMITTED + Guards.ADMITTED + 1);
		global.close();
		return guards;
	}

}
