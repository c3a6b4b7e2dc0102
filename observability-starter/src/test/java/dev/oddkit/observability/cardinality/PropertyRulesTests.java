package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Map;

import dev.oddkit.observability.WrongValueException;
import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import dev.oddkit.observability.cardinality.core.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PropertyRulesTests {

	@Test
	void defaultsAreThoseOfTheCore() {
		assertThat(rules(Map.of()).limits()).isEqualTo(Limits.DEFAULT);
	}

	@Test
	void everyLimitCanBeSet() {
		Map<String, String> properties = Map.of("soft-values-per-key", "11", "max-values-per-key", "12",
				"max-value-length", "14", "max-keys-per-meter", "15", "max-series-per-meter", "16", "max-series", "170",
				"max-meters", "18");
		assertThat(rules(properties).limits()).isEqualTo(new Limits(11, 12, 11, 14, 15, 16, 170, 18));
	}

	@ParameterizedTest
	@CsvSource({ "user.id, NEVER", "userId, NEVER", "SESSION_ID, NEVER", "status, LIMITED", "tenant, ALWAYS" })
	void keysAreDeniedAndAllowedHoweverTheyAreWritten(String key, Admission admission) {
		PropertyRules rules = rules(Map.of("allowed-keys", "tenant"));
		assertThat(rules.key("orders", key).admission()).isEqualTo(admission);
	}

	@Test
	void aMeterHasLimitsOfItsOwn() {
		PropertyRules rules = rules(Map.of("meters[orders.total].max-series", "17",
				"meters[orders.total].max-values-per-key", "5", "meters[orders.total].allowed-keys", "user.id"));
		assertThat(rules.series("orders.total")).isEqualTo(17);
		assertThat(rules.series("payments")).isEqualTo(2_000);
		assertThat(rules.key("orders.total", "route").hardValues()).isEqualTo(5);
		assertThat(rules.key("orders.total", "user.id").admission()).isEqualTo(Admission.ALWAYS);
	}

	@ParameterizedTest
	@CsvSource({ "path, /orders/17/items/4f1c0f0e-8a5b-4d0e-9d7a-1f2e3d4c5b6a?x=1, /orders/{id}/items/{id}",
			"path, /orders, /orders", "uuid, 4f1c0f0e-8a5b-4d0e-9d7a-1f2e3d4c5b6a, {uuid}", "number, 17, {number}",
			"number, v17, v17", "hash, 3c6ef372fe94f82b, {hash}", "email, jane@example.com, {email}" })
	void shapesBecomePlaceholders(String shape, String value, String placeholder) {
		PropertyRules rules = rules(Map.of("placeholders[0].keys", "uri", "placeholders[0].shape", shape));
		assertThat(rules.key("http", "uri").placeholders().apply(value)).isEqualTo(placeholder);
		assertThat(rules.key("http", "other.key").placeholders().apply(value)).isEqualTo(value);
	}

	@Test
	void aPatternBecomesItsPlaceholder() {
		PropertyRules rules = rules(Map.of("placeholders[0].keys", "client", "placeholders[0].pattern", "pod-.*",
				"placeholders[0].placeholder", "pod"));
		assertThat(rules.key("http", "client").placeholders().apply("pod-x7f")).isEqualTo("pod");
		assertThat(rules.key("http", "client").placeholders().apply("node")).isEqualTo("node");
	}

	@ParameterizedTest
	@ValueSource(strings = { "max-values-per-key=0", "soft-values-per-key=101", "max-series=-1",
			"max-keys-per-meter=99", "allowed-keys=user.id", "placeholders[0].keys=uri", "placeholders[0].pattern=[",
			"placeholders[0].shape=uuid", "epoch=0s", "meters[orders].max-series=0" })
	void wrongRulesNameTheirProperty(String property) {
		String[] parts = property.split("=", 2);
		assertThatExceptionOfType(WrongValueException.class).isThrownBy(() -> rules(Map.of(parts[0], parts[1])))
			.withMessageContaining(
					"observability.cardinality." + parts[0].replaceFirst("]\\.(keys|pattern|shape)", "]"));
	}

	@Test
	void aKeyOfAMeterIsNotAllowedAndDenied() {
		assertThatExceptionOfType(WrongValueException.class)
			.isThrownBy(
					() -> rules(Map.of("meters[orders].allowed-keys", "shop", "meters[orders].denied-keys", "Shop")))
			.withMessageContaining("observability.cardinality.meters[orders].allowed-keys=shop");
	}

	private static PropertyRules rules(Map<String, String> properties) {
		Map<String, String> prefixed = new java.util.HashMap<>();
		properties.forEach((key, value) -> prefixed.put("observability.cardinality." + key, value));
		return new PropertyRules(new Binder(List.of(new MapConfigurationPropertySource(prefixed)))
			.bindOrCreate("observability.cardinality", CardinalityProperties.class));
	}

}
