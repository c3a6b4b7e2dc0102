package dev.oddkit.observability.cardinality;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.Metrics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The global registry of a JVM in which applications come and go.
 */
class GlobalRegistryFilterTests {

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
		IntStream.range(0, 1_000).forEach((i) -> Metrics.counter(meter, "user", "u" + i).increment());
		assertThat(Metrics.globalRegistry.find(meter).counters()).hasSize(65);
		global.close();
		return guards;
	}

}
