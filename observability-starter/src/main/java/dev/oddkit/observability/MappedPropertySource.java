package dev.oddkit.observability;

import java.util.Map;

import dev.oddkit.observability.PropertyMapping.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertySourceInfo;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.util.StringUtils;

/**
 * Computes the mapped properties at the moment they are asked for, so that profiles,
 * imported configuration and properties of tests are seen. Its names are a constant list:
 * computing values there would recurse.
 */
final class MappedPropertySource extends EnumerablePropertySource<Map<String, Rule>>
		implements OriginLookup<String>, PropertySourceInfo {

	static final String NAME = "observability";

	private final OtherProperties others;

	MappedPropertySource(Map<String, Rule> rules, OtherProperties others) {
		super(NAME, rules);
		this.others = others;
	}

	OtherProperties others() {
		return this.others;
	}

	@Override
	public String[] getPropertyNames() {
		return StringUtils.toStringArray(this.source.keySet());
	}

	/**
	 * Spare Spring Boot from comparing the names with each property that is asked for:
	 * what it keeps is names, and those do not change.
	 */
	@Override
	public boolean isImmutable() {
		return true;
	}

	@Override
	public boolean containsProperty(String name) {
		return getProperty(name) != null;
	}

	@Override
	public @Nullable Object getProperty(String name) {
		Rule rule = this.source.get(name);
		return (rule != null) ? rule.value(this.others) : null;
	}

	/**
	 * Return the property that a value was computed from, with the place where it was
	 * set.
	 */
	@Override
	public @Nullable Origin getOrigin(String key) {
		Rule rule = this.source.get(key);
		return (rule != null) ? MappedOrigin.of(rule, this.others) : null;
	}

}
