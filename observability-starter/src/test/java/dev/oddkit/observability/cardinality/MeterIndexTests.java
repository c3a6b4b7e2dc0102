package dev.oddkit.observability.cardinality;

import java.util.List;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Meters of a registry by their labels.
 */
class MeterIndexTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void labelsThatTheRegistryAddsToAllDoNotHideAMeter() {
		Meter.Id given = this.registry.counter("orders", "user", "one").getId();
		SimpleMeterRegistry common = new SimpleMeterRegistry();
		common.config().commonTags("application", "shop", "zone", "b");
		common.counter("orders", "user", "other");
		Meter meter = common.counter("orders", "user", "one");
		assertThat(new MeterIndex().find(common, given)).isSameAs(meter);
	}

	@Test
	void ofSeveralMetersOfTheseLabelsTheOneWithoutOthersIsMeant() {
		this.registry.counter("orders", "user", "one", "zone", "a");
		Meter meter = this.registry.counter("orders", "user", "one");
		this.registry.counter("orders", "area", "north", "user", "one");
		assertThat(new MeterIndex().find(this.registry, meter.getId())).isSameAs(meter);
	}

	@Test
	void aMeterOfOtherLabelsIsNotFound() {
		Meter.Id id = this.registry.counter("orders", "user", "one").getId();
		MeterIndex index = new MeterIndex();
		assertThat(index.find(this.registry, id.replaceTags(List.of(Tag.of("user", "two"))))).isNull();
		assertThat(index.find(this.registry, id.withName("time"))).isNull();
		assertThat(index.find(this.registry, id.replaceTags(List.of(Tag.of("user", "one"), Tag.of("zone", "a")))))
			.isNull();
	}

}
