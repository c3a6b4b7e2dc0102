package dev.oddkit.observability.sdk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.PropertyMapping;

import org.springframework.util.ClassUtils;

/**
 * Notices who else is there: a test of Spring Boot, which exports only when it asks; a
 * user who chose Spring's observation of Kafka, so that OpenTelemetry's steps aside;
 * Jackson 2 that only libraries use; and the Java agent, which is left all libraries.
 */
class SurroundingsMapping implements PropertyMapping {

	/**
	 * Every test context of Spring Boot has this property.
	 */
	private static final String BOOT_TEST = "org.springframework.boot.test.context.springboottestcontextbootstrapper";

	private static final String TEMPLATE = "spring.kafka.template.observation-enabled";

	private static final String LISTENER = "spring.kafka.listener.observation-enabled";

	/**
	 * {@code otel.file_format}, whose underscore is not part of a canonical name.
	 */
	private static final String FILE_FORMAT = "otel.fileformat";

	/**
	 * How a declarative configuration names what {@code otel.instrumentation.*.enabled}
	 * switches off elsewhere.
	 */
	private static final String DISABLED = "otel.distribution.spring_starter.instrumentation.disabled";

	/**
	 * Spring Boot makes a mapper of its own for the endpoints if Jackson 2 is there,
	 * which OpenTelemetry's detectors bring. Where Spring Boot itself is left to Jackson
	 * 3, nobody uses that mapper.
	 */
	private static final String JACKSON_2_MAPPER = "management.endpoints.jackson2.isolated-object-mapper";

	private static final List<String> JACKSON_2_USERS = List.of(
			"org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration",
			"org.springframework.boot.jersey.autoconfigure.JerseyAutoConfiguration");

	private static final List<String> MICROMETERS = List.of("spring_webmvc", "spring_web", "spring_webflux",
			"spring_scheduling", "runtime_telemetry", "logback_mdc");

	@Override
	public Map<String, Rule> rules() {
		Map<String, Rule> rules = new LinkedHashMap<>();
		rules.put("observability.test.export", (lookup) -> lookup.isSet(BOOT_TEST) ? "false" : null);
		rules.put("otel.instrumentation.kafka.enabled",
				(lookup) -> isTrue(lookup, TEMPLATE, LISTENER) ? "false" : null);
		rules.put(TEMPLATE, (lookup) -> isTrue(lookup, LISTENER) ? "true" : null);
		rules.put(LISTENER, (lookup) -> isTrue(lookup, TEMPLATE) ? "true" : null);
		for (int i = 0; i < MICROMETERS.size(); i++) {
			String module = MICROMETERS.get(i);
			rules.put(DISABLED + "[" + i + "]", (lookup) -> lookup.isSet(FILE_FORMAT) ? module : null);
		}
		rules.put(JACKSON_2_MAPPER, (lookup) -> isJackson2Idle(lookup) ? "false" : null);
		if (JavaAgent.isAtWork()) {
			rules.put("otel.instrumentation.common.default-enabled", (lookup) -> "false");
		}
		return rules;
	}

	private static boolean isJackson2Idle(Lookup lookup) {
		ClassLoader loader = SurroundingsMapping.class.getClassLoader();
		return ClassUtils.isPresent("org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration", loader)
				&& JACKSON_2_USERS.stream().noneMatch((user) -> ClassUtils.isPresent(user, loader))
				&& !"jackson2".equalsIgnoreCase(lookup.get("spring.http.converters.preferred-json-mapper"));
	}

	private static boolean isTrue(Lookup lookup, String... keys) {
		for (String key : keys) {
			if ("true".equalsIgnoreCase(lookup.get(key))) {
				return true;
			}
		}
		return false;
	}

}
