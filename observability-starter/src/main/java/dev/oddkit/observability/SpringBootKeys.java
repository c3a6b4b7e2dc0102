package dev.oddkit.observability;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * Lets Spring Boot's keys stand for those of the SDK, by the table
 * {@code spring-boot-mapped.properties}, and translates their vocabulary.
 */
final class SpringBootKeys implements PropertyMapping {

	private static final String MAPPED = "spring-boot-mapped.properties";

	private static final Map<String, String> EXEMPLARS = Map.of("all", "always_on", "sampled-traces", "trace_based",
			"none", "always_off");

	@Override
	public Map<String, Rule> rules() {
		Map<String, Rule> rules = new LinkedHashMap<>();
		StarterResource.properties(MAPPED)
			.forEach((key, target) -> rules.put(target, (lookup) -> translate(target, lookup.get(key))));
		return rules;
	}

	@Override
	public void check(Environment environment) {
		new SdkValues(environment).check();
	}

	private static @Nullable String translate(String target, @Nullable String value) {
		if (value == null) {
			return null;
		}
		if (target.endsWith(".delay") || target.endsWith(".timeout")) {
			return milliseconds(value);
		}
		return EXEMPLARS.getOrDefault(value.toLowerCase(Locale.ROOT).replace('_', '-'), value);
	}

	private static String milliseconds(String value) {
		try {
			return DurationStyle.detectAndParse(value).toMillis() + "ms";
		}
		catch (IllegalArgumentException ex) {
			// The SDK refuses it, and the analysis names the key that the user set
			return value;
		}
	}

}
