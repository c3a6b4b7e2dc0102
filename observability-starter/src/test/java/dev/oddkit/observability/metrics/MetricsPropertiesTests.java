package dev.oddkit.observability.metrics;

import java.util.Map;

import dev.oddkit.observability.WrongValueException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetricsPropertiesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					to                   | none,otlp                                               | says none and a way
					interval             | 0s                                                      | must be longer than 0
					buckets.orders       | 1s,100ms                                                | must ascend and be longer than 0
					buckets.orders       | 0s,1s                                                   | must ascend and be longer than 0
					buckets.orders.value | 1s,2s,3s,4s,5s,6s,7s,8s,9s,10s,11s,12s,13s,14s,15s      | has 15 bounds; allowed are 14
					""")
	void valueThatCannotBeMeantEndsTheStart(String property, String value, String problem) {
		String name = "observability.metrics." + property;
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(name, value)));
		assertThatThrownBy(() -> binder.bindOrCreate("observability.metrics", MetricsProperties.class))
			.hasRootCauseInstanceOf(WrongValueException.class)
			.rootCause()
			.hasMessageContaining(name)
			.hasMessageContaining(problem);
	}

}
