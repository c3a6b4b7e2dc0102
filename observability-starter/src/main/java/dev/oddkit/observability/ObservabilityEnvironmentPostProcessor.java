package dev.oddkit.observability;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.oddkit.observability.PropertyMapping.Lookup;
import dev.oddkit.observability.PropertyMapping.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Adds the mapped properties behind the sources that exist: the rules of the rooms and
 * the plain defaults of {@code observability-defaults.properties}. A source that comes
 * later, such as a {@code @PropertySource}, ends up behind them and wins all the same.
 * With {@code observability.enabled=false} it adds nothing but the switches that keep the
 * libraries beneath quiet.
 */
class ObservabilityEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String DEFAULTS = "observability-defaults.properties";

	private static final String SWITCHED_OFF = "observability-off.properties";

	/**
	 * Spring Cloud's refresh would replace our source by one that looks into the
	 * environment of the refresh, which passes.
	 */
	private static final String RETAINED = "spring.cloud.refresh.additional-property-sources-to-retain";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 10;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		MutablePropertySources sources = environment.getPropertySources();
		if (sources.contains(MappedPropertySource.NAME)) {
			return;
		}
		CompanyDefaults.addTo(sources, application.getClassLoader());
		OtherProperties others = new OtherProperties(environment);
		SwitchState state = new SwitchState(sources, others);
		Map<String, Rule> rules = rules(application.getClassLoader(), others, state);
		sources.addLast(new MappedPropertySource(rules, others));
	}

	private static Map<String, Rule> rules(@Nullable ClassLoader classLoader, Lookup others, SwitchState state) {
		Map<String, Rule> on = new LinkedHashMap<>(constants(DEFAULTS));
		SpringFactoriesLoader.forDefaultResourceLocation(classLoader)
			.load(PropertyMapping.class)
			.forEach((mapping) -> on.putAll(mapping.rules()));
		on.put(RETAINED, (lookup) -> MappedPropertySource.NAME);
		Map<String, Rule> off = constants(SWITCHED_OFF);
		Set<String> keys = new LinkedHashSet<>(on.keySet());
		keys.addAll(off.keySet());
		boolean declarative = others.isSet("otel.fileformat");
		keys.removeIf((key) -> !fits(key, declarative));
		Map<String, Rule> rules = new LinkedHashMap<>();
		keys.forEach((key) -> rules.put(key, (lookup) -> {
			Rule rule = (state.isOn() ? on : off).get(key);
			return (rule == null || lookup.isSet(key)) ? null : rule.value(lookup);
		}));
		return rules;
	}

	/**
	 * A declarative configuration is the tree of all {@code otel.*} names, set or not;
	 * ours would not fit into it. The canonical name of its switch has no underscore.
	 */
	private static boolean fits(String key, boolean declarative) {
		return !key.startsWith("otel.") || key.startsWith("otel.distribution.") == declarative;
	}

	private static Map<String, Rule> constants(String resource) {
		Map<String, Rule> rules = new LinkedHashMap<>();
		StarterResource.properties(resource).forEach((key, value) -> rules.put(key, (lookup) -> value));
		return rules;
	}

}
