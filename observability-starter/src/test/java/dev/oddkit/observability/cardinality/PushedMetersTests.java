package dev.oddkit.observability.cardinality;

import java.util.concurrent.atomic.AtomicLong;

import dev.oddkit.observability.RunningShop;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Meters that are pushed only: the SDK cannot say what it counted, the registry beside it
 * can.
 */
class PushedMetersTests {

	@Test
	void valuesLoseTheirPlaceAndFunctionsAreSummed() {
		try (RunningShop shop = new RunningShop("observability.metrics.to=otlp")) {
			MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
			AtomicLong function = new AtomicLong(3);
			Guards.flood((user) -> {
				registry.counter("pushed", "user", user).increment();
				FunctionCounter.builder("functions", function, AtomicLong::get).tag("user", user).register(registry);
			});
			Retirement retirement = shop.context().getBean(Retirement.class);
			for (int epoch = 0; epoch < 6; epoch++) {
				retirement.endEpoch();
			}
			assertThat(registry.find("pushed").counters()).hasSize(1);
			assertThat(registry.get("functions").tag("user", "other").functionCounter().count())
				.isEqualTo(3 * (Guards.FLOOD - Guards.ADMITTED));
		}
	}

}
