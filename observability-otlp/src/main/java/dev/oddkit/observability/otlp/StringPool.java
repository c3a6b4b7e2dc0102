package dev.oddkit.observability.otlp;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Strings that come again and again, held once. It takes a string in when it sees it for
 * the second time in a while, which keeps identifiers out, and none once it is full.
 */
final class StringPool {

	private static final int MAX_CHARS = 128;

	private static final int SEEN = 8_192;

	private static final int ENTRY_BYTES = 48;

	private final Map<String, String> strings = new HashMap<>();

	private final int[] seen = new int[SEEN];

	private final long maxBytes;

	private long bytes;

	StringPool(long maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Returns the string that the pool holds.
	 * @param string an equal string
	 * @return the pool's string, {@code null} when it holds none
	 */
	@Nullable String find(String string) {
		if (string.length() > MAX_CHARS) {
			return null;
		}
		String pooled = this.strings.get(string);
		if (pooled != null) {
			return pooled;
		}
		int hash = string.hashCode();
		int slot = (hash ^ (hash >>> 16)) & (SEEN - 1);
		if (this.seen[slot] != hash) {
			this.seen[slot] = hash;
			return null;
		}
		long size = ENTRY_BYTES + Footprint.of(string);
		if (this.bytes + size > this.maxBytes) {
			return null;
		}
		this.bytes += size;
		this.strings.put(string, string);
		return string;
	}

}
