package dev.oddkit.observability.exporter;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The headers of one signal, asked for with each export. It keeps them to itself: its
 * text is only how many there are.
 *
 * @param constant what the properties say
 * @param file what a file says, which wins, or {@code null}
 */
record Headers(Map<String, String> constant, @Nullable HeadersFile file) implements Supplier<Map<String, String>> {

	private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

	Headers {
		constant = byName(constant);
	}

	static boolean isValid(String name, String value) {
		return NAME.matcher(name).matches() && VALUE.matcher(value).matches();
	}

	@Override
	public Map<String, String> get() {
		if (this.file == null) {
			return this.constant;
		}
		Map<String, String> headers = byName(this.constant);
		headers.putAll(this.file.get());
		return headers;
	}

	/**
	 * Two spellings of a name are one header, which must not leave twice.
	 */
	private static Map<String, String> byName(Map<String, String> headers) {
		Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.forEach(byName::putIfAbsent);
		return byName;
	}

	@Override
	public String toString() {
		return this.constant.size() + " headers";
	}

}
