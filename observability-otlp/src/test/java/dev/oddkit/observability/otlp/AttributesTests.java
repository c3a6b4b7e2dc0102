package dev.oddkit.observability.otlp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for the attributes of records.
 */
class AttributesTests {

	@Test
	void keepTheOrderOfTheSender() {
		Map<String, Object> source = new LinkedHashMap<>();
		List.of("z", "a", "m").forEach((key) -> source.put(key, 1L));
		assertThat(new Resource(source).attributes()).containsExactly(Map.entry("z", 1L), Map.entry("a", 1L),
				Map.entry("m", 1L));
	}

	@Test
	void areNotChangedFromOutside() {
		List<Object> list = new ArrayList<>(List.of("one"));
		Map<String, Object> source = new HashMap<>(Map.of("list", list));
		Map<String, Object> attributes = new Resource(source).attributes();
		source.put("more", "x");
		list.add("two");
		assertThat(attributes).isEqualTo(Map.of("list", List.of("one")));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> attributes.put("a", "b"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(attributes::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<?>) attributes.get("list")).clear());
	}

	@Test
	void equalAnyMapWithTheSameEntries() {
		Map<String, Object> other = new LinkedHashMap<>();
		other.put("b", 2L);
		other.put("a", "x");
		Map<String, Object> attributes = new Resource(Map.of("a", "x", "b", 2L)).attributes();
		assertThat(attributes).isEqualTo(other).hasSameHashCodeAs(other).isEqualTo(new Resource(other).attributes());
		assertThat(attributes).isNotEqualTo(Map.of("a", "x", "b", 3L));
		assertThat(attributes.get("c")).isNull();
	}

	@Test
	void widenNumbers() {
		assertThat(new Resource(Map.of("int", 1, "float", 0.5f)).attributes())
			.isEqualTo(Map.of("int", 1L, "float", 0.5));
	}

	@Test
	void refuseValuesThatOtlpDoesNotKnow() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Resource(Map.of("when", Instant.EPOCH)))
			.withMessage("The value of attribute 'when' is of type java.time.Instant; it must be a string, a boolean, "
					+ "a number, a list or a map");
	}

	@Test
	void nameTheServiceOfAResource() {
		Resource named = new Resource(Map.of("service.name", "orders", "service.instance.id", "orders-1"));
		assertThat(named.serviceName()).isEqualTo("orders");
		assertThat(named.serviceInstanceId()).isEqualTo("orders-1");
		Resource unnamed = new Resource(Map.of());
		assertThat(unnamed.serviceName()).isEqualTo("unknown_service");
		assertThat(unnamed.serviceInstanceId()).isEmpty();
	}

}
