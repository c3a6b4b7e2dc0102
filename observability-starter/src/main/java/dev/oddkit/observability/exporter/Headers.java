package dev.oddkit.observability.exporter;

import java.util.LinkedHashMap;
import java.util.Map;
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

	static boolean isValid(String name, String value) {
		return NAME.matcher(name).matches() && VALUE.matcher(value).matches();
	}

	@Override
	public Map<String, String> get() {
		if (this.file == null) {
			return this.constant;
		}
		Map<String, String> headers = new LinkedHashMap<>(this.constant);
		headers.putAll(this.file.get());
		return headers;
	}

	@Override
	public String toString() {
		return this.constant.size() + " headers";
	}

}
