package dev.oddkit.observability.otlp;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map in the order of the sender that costs one array; a look-up walks
 * it, as attributes are few. It refuses values that OTLP does not know.
 */
final class Attributes extends AbstractMap<String, Object> {

	static final Attributes NONE = new Attributes(new Object[0]);

	private final Object[] entries;

	private int hash;

	Attributes(Object[] entries) {
		this.entries = entries;
	}

	static Attributes copyOf(Map<String, ?> source) {
		if (source instanceof Attributes attributes) {
			return attributes;
		}
		if (source.isEmpty()) {
			return NONE;
		}
		Object[] entries = new Object[source.size() * 2];
		int i = 0;
		for (Map.Entry<String, ?> entry : source.entrySet()) {
			entries[i++] = entry.getKey();
			entries[i++] = valueOf(entry.getKey(), entry.getValue());
		}
		return new Attributes(entries);
	}

	private static Object valueOf(String key, @Nullable Object value) {
		if (value instanceof String || value instanceof Long || value instanceof Boolean || value instanceof Double) {
			return value;
		}
		if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
			return ((Number) value).longValue();
		}
		if (value instanceof Float number) {
			return number.doubleValue();
		}
		if (value instanceof List<?> list) {
			List<Object> copy = new ArrayList<>(list.size());
			list.forEach((element) -> copy.add(valueOf(key, element)));
			return Collections.unmodifiableList(copy);
		}
		if (value instanceof Map<?, ?> map) {
			@SuppressWarnings("unchecked")
			Map<String, ?> nested = (Map<String, ?>) map;
			return copyOf(nested);
		}
		throw new IllegalArgumentException("The value of attribute '" + key + "' is "
				+ ((value != null) ? "of type " + value.getClass().getName() : "null")
				+ "; it must be a string, a boolean, a number, a list or a map");
	}

	@Override
	public int size() {
		return this.entries.length / 2;
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		for (int i = 0; i < this.entries.length; i += 2) {
			if (this.entries[i].equals(key)) {
				return this.entries[i + 1];
			}
		}
		return null;
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return get(key) != null;
	}

	String keyAt(int index) {
		return (String) this.entries[index * 2];
	}

	Object valueAt(int index) {
		return this.entries[index * 2 + 1];
	}

	@Override
	public Set<Map.Entry<String, Object>> entrySet() {
		return new EntrySet();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		if (other instanceof Attributes that && hashCode() != that.hashCode()) {
			return false;
		}
		return super.equals(other);
	}

	@Override
	public int hashCode() {
		if (this.hash == 0) {
			this.hash = super.hashCode();
		}
		return this.hash;
	}

	private final class EntrySet extends AbstractSet<Map.Entry<String, Object>> {

		@Override
		public int size() {
			return Attributes.this.size();
		}

		@Override
		public Iterator<Map.Entry<String, Object>> iterator() {
			return new Iterator<>() {

				private int next;

				@Override
				public boolean hasNext() {
					return this.next < size();
				}

				@Override
				public Map.Entry<String, Object> next() {
					if (!hasNext()) {
						throw new NoSuchElementException();
					}
					int index = this.next++;
					return Map.entry(keyAt(index), valueAt(index));
				}

			};
		}

	}

}
