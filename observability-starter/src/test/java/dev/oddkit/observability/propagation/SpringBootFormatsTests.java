package dev.oddkit.observability.propagation;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Spring Boot's keys choose, as long as ours are not set.
 */
class SpringBootFormatsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					                                                        | tracecontext,baggage |
					baggage.enabled=false                                   | tracecontext         |
					propagation.type=B3                                     | b3                   |
					propagation.type=b3-multi,W3C                           | b3multi,tracecontext,baggage |
					propagation.type=W3C;baggage.enabled=false              | tracecontext         |
					propagation.produce=B3                                  | b3                   | tracecontext,baggage,b3multi
					propagation.consume=B3                                  | tracecontext,baggage | b3
					propagation.produce=B3;propagation.consume=W3C          | b3                   | tracecontext,baggage
					propagation.type=B3;propagation.consume=W3C             | b3                   |
					""")
	void keysOfSpringBootChooseWhatIsWrittenAndWhatIsRead(String keys, String written, String accepted) {
		Map<String, String> set = new HashMap<>();
		for (String key : StringUtils.delimitedListToStringArray(keys, ";")) {
			String[] pair = key.trim().split("=");
			set.put("management.tracing." + pair[0], pair[1]);
		}
		PropagationFormats formats = PropagationFormats.of(set::get);
		assertThat(String.join(",", formats.written())).isEqualTo(written);
		assertThat(String.join(",", formats.accepted())).isEqualTo((accepted != null) ? accepted : "");
		assertThat(formats.names()).isEqualTo((accepted != null) ? written + "," + accepted : written);
	}

}
