package dev.oddkit.observability;

import java.util.Map;
import java.util.TreeMap;

import dev.oddkit.observability.PropertyMapping.Lookup;
import dev.oddkit.observability.PropertyMapping.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Names keys that lose although they stand nearer: OpenTelemetry's own names win wherever
 * they stand, so that a variable beats what Spring Boot's name, or ours, says on the
 * command line.
 */
final class OverruledKeys {

	private static final Logger logger = LoggerFactory.getLogger(OverruledKeys.class);

	private final OtherProperties others;

	private final Map<String, String> winners = new TreeMap<>();

	private OverruledKeys(OtherProperties others) {
		this.others = others;
	}

	static void name(ConfigurableEnvironment environment) {
		if (environment.getPropertySources().get(MappedPropertySource.NAME) instanceof MappedPropertySource mapped) {
			OverruledKeys overruled = new OverruledKeys(mapped.others());
			mapped.getSource().forEach(overruled::compare);
			overruled.winners.forEach((loser, winner) -> logger.warn("{} has no effect: {} wins wherever it stands",
					PropertyOrigin.describe(environment, loser), PropertyOrigin.describe(environment, winner)));
		}
	}

	private void compare(String target, Rule rule) {
		Translated translated = new Translated(this.others, target);
		Object value = rule.value(translated);
		String key = translated.key;
		if (key == null || value == null) {
			return;
		}
		String winner = this.others.get(target);
		if (winner != null && !winner.equalsIgnoreCase(value.toString())
				&& this.others.place(key) < this.others.place(target)) {
			this.winners.putIfAbsent(key, target);
		}
	}

	/**
	 * Remembers which name a rule translates, as if nobody had set the target.
	 */
	private static final class Translated implements Lookup {

		private final Lookup delegate;

		private final String target;

		private @Nullable String key;

		Translated(Lookup delegate, String target) {
			this.delegate = delegate;
			this.target = target;
		}

		@Override
		public @Nullable String get(String key) {
			String value = key.equals(this.target) ? null : this.delegate.get(key);
			if (value != null && !key.startsWith("otel.")) {
				this.key = key;
			}
			return value;
		}

	}

}
