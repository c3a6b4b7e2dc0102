package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LabelLimitTests {

	private final LabelLimit limit = new LabelLimit(3);

	@Test
	void firstValuesKeepTheirSeriesAndLaterOnesBecomeOther() {
		assertThat(List.of("a", "b", "c", "d", "a")).extracting((value) -> this.limit.admit("orders", "user", value))
			.containsExactly("a", "b", "c", "other", "a");
	}

	@Test
	void eachKeyOfEachMeterHasItsOwnLimit() {
		List.of("a", "b", "c", "d").forEach((value) -> this.limit.admit("orders", "user", value));
		assertThat(this.limit.admit("orders", "status", "500")).isEqualTo("500");
		assertThat(this.limit.admit("payments", "user", "d")).isEqualTo("d");
	}

	@Test
	void totalsStayExactInACompositeAndItsChildren() {
		SimpleMeterRegistry child = new SimpleMeterRegistry();
		CompositeMeterRegistry composite = new CompositeMeterRegistry();
		child.config().meterFilter(new LabelLimitFilter(this.limit));
		composite.config().meterFilter(new LabelLimitFilter(this.limit));
		composite.add(child);
		for (int i = 0; i < 1000; i++) {
			composite.counter("orders", "user", "u" + i, "status", "200").increment();
		}
		assertThat(child.find("orders").counters()).hasSize(4);
		assertThat(child.find("orders").counters().stream().mapToDouble(Counter::count).sum()).isEqualTo(1000);
		assertThat(child.find("orders").tag("user", "other").tag("status", "200").counter().count()).isEqualTo(997);
	}

	@Test
	void warnsOncePerMeterAndKeyAndNamesTheProperty(CapturedOutput output) {
		for (int i = 0; i < 100; i++) {
			this.limit.admit("orders", "user", "u" + i);
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("'user' of meter 'orders'"))).singleElement()
			.asString()
			.contains("observability.cardinality.max-values-per-key");
	}

	@Test
	void reportsWhatWasFolded() {
		List.of("a", "b", "c", "d", "e").forEach((value) -> this.limit.admit("orders", "user", value));
		assertThat(this.limit.folded())
			.containsExactly(Map.of("meter", "orders", "key", "user", "values", 3, "folded", 2L));
	}

}
