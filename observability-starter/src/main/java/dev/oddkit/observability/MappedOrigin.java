package dev.oddkit.observability;

import dev.oddkit.observability.PropertyMapping.Lookup;
import dev.oddkit.observability.PropertyMapping.Rule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.origin.Origin;

/**
 * Says from which property a mapped value was computed.
 *
 * @param key the property, or {@code null} for a default of the starter
 * @param parent where that property was set, as far as known
 */
record MappedOrigin(@Nullable String key, @Nullable Origin parent) implements Origin {

	static MappedOrigin of(Rule rule, OtherProperties others) {
		LastHit lastHit = new LastHit(others);
		rule.value(lastHit);
		return new MappedOrigin(lastHit.key, (lastHit.key != null) ? others.origin(lastHit.key) : null);
	}

	@Override
	public @Nullable Origin getParent() {
		return this.parent;
	}

	@Override
	public String toString() {
		if (this.key == null) {
			return "default of the starter";
		}
		return (this.parent != null) ? this.key + " from " + this.parent : this.key;
	}

	/**
	 * Remembers the last property that had a value while a rule was computed.
	 */
	private static final class LastHit implements Lookup {

		private final Lookup delegate;

		private @Nullable String key;

		LastHit(Lookup delegate) {
			this.delegate = delegate;
		}

		@Override
		public @Nullable String get(String key) {
			String value = this.delegate.get(key);
			if (value != null) {
				this.key = key;
			}
			return value;
		}

	}

}
