package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Cuts values that are too long, counts what it cuts, replaces equal strings by one and
 * adds up the bytes of what it keeps. It is not thread-safe.
 */
final class ValueTrimmer {

	/**
	 * The characters that a text may have, enough for most stack traces.
	 */
	static final int MAX_CHARS = 16_384;

	/**
	 * The attributes, events, links, exemplars or list elements that one record may have.
	 */
	static final int MAX_PARTS = 128;

	private static final long POOL_BYTES = 1024 * 1024;

	private final StringPool strings = new StringPool(POOL_BYTES);

	private long bytes;

	private long valuesCut;

	private long partsDropped;

	void add(long bytes) {
		this.bytes += bytes;
	}

	/**
	 * Returns the bytes since the last call.
	 * @return the bytes
	 */
	long drainBytes() {
		long drained = this.bytes;
		this.bytes = 0;
		return drained;
	}

	String text(String text) {
		String kept = (text.length() > MAX_CHARS) ? cut(text) : text;
		if (kept.isEmpty()) {
			return "";
		}
		String pooled = this.strings.find(kept);
		return (pooled != null) ? pooled : id(kept);
	}

	String id(String id) {
		add(id.isEmpty() ? 0 : Footprint.of(id));
		return id;
	}

	Attributes attributes(Map<String, Object> attributes) {
		Attributes source = Attributes.copyOf(attributes);
		if (source.isEmpty()) {
			return Attributes.NONE;
		}
		int size = limit(source.size());
		add(Footprint.ATTRIBUTES + size * 2L * Footprint.REFERENCE);
		Object[] entries = new Object[size * 2];
		for (int i = 0; i < size; i++) {
			entries[i * 2] = text(source.keyAt(i));
			entries[i * 2 + 1] = value(source.valueAt(i));
		}
		return new Attributes(entries);
	}

	int limit(int parts) {
		this.partsDropped += Math.max(0, parts - MAX_PARTS);
		return Math.min(parts, MAX_PARTS);
	}

	long valuesCut() {
		return this.valuesCut;
	}

	long partsDropped() {
		return this.partsDropped;
	}

	private Object value(Object value) {
		if (value instanceof String text) {
			return text(text);
		}
		if (value instanceof Attributes nested) {
			return attributes(nested);
		}
		if (value instanceof List<?> list) {
			int size = limit(list.size());
			add(Footprint.LIST + (long) size * Footprint.REFERENCE);
			List<Object> kept = new ArrayList<>(size);
			list.subList(0, size).forEach((element) -> kept.add(value(element)));
			return Collections.unmodifiableList(kept);
		}
		add((value instanceof Boolean) ? 0 : Footprint.NUMBER);
		return value;
	}

	private String cut(String text) {
		this.valuesCut++;
		int end = MAX_CHARS - 1;
		return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
	}

}
