package dev.oddkit.observability.cardinality;

import java.util.concurrent.atomic.AtomicLong;

import dev.oddkit.observability.RunningShop;
import dev.oddkit.observability.otlp.MetricPoint;
import dev.oddkit.observability.otlp.NumberValue;
import io.micrometer.core.instrument.Counter;
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

	@Test
	void whatARetiredMeterCountsLastIsInTheLastExport() {
		RunningShop shop = new RunningShop("observability.metrics.to=otlp");
		try (shop) {
			MeterRegistry registry = shop.context().getBean(MeterRegistry.class);
			Counter held = registry.counter("pushed.held", "user", "held");
			Guards.flood((user) -> registry.counter("pushed.held", "user", user).increment());
			Retirement retirement = shop.context().getBean(Retirement.class);
			for (int epoch = 0; epoch < 6; epoch++) {
				retirement.endEpoch();
			}
			assertThat(registry.find("pushed.held").tag("user", "held").counter()).isNull();
			held.increment(3);
		}
		assertThat(shop.received().metrics()).filteredOn((metric) -> metric.name().equals("pushed.held"))
			.last()
			.satisfies((metric) -> assertThat(metric.points())
				.filteredOn((point) -> "held".equals(point.attributes().get("user")))
				.extracting(MetricPoint::value)
				.containsExactly(new NumberValue(3)));
	}

}
