package dev.oddkit.observability.console.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A request as the endpoints see it: method, path and the parameters of its query.
 * Refuses parameters nobody asked for and values out of range.
 *
 * @param method the HTTP method
 * @param path the decoded path
 * @param parameters every value of every parameter, decoded
 */
public record Request(String method, String path, Map<String, List<String>> parameters) {

	static Request of(String method, URI uri) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		String query = uri.getRawQuery();
		for (String pair : ((query != null) ? query : "").split("&")) {
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			String value = (equals < 0) ? "" : decode(pair.substring(equals + 1));
			if (!name.isEmpty()) {
				parameters.computeIfAbsent(name, (key) -> new ArrayList<>()).add(value);
			}
		}
		return new Request(method, uri.getPath(), parameters);
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(400, "The query is not valid percent-encoding: " + ex.getMessage());
		}
	}

	/**
	 * Refuses the request when it has other parameters than these.
	 * @param known the names of the parameters that mean something
	 */
	public void accept(String... known) {
		for (String name : this.parameters.keySet()) {
			if (!List.of(known).contains(name)) {
				throw new Refusal(400, "Unknown parameter \"%s\"; %s takes %s.".formatted(name, this.path,
						(known.length == 0) ? "none" : String.join(", ", known)));
			}
		}
	}

	/**
	 * A part of the path.
	 * @param index its position, from 0
	 * @return the text between two slashes
	 */
	public String segment(int index) {
		return this.path.split("/")[index + 1];
	}

	/**
	 * The text of a parameter.
	 * @param name the parameter
	 * @return its first value without surrounding space, empty when there is none
	 */
	public String text(String name) {
		return this.parameters.getOrDefault(name, List.of("")).get(0).strip();
	}

	/**
	 * All texts of a parameter that may be repeated.
	 * @param name the parameter
	 * @return its values that are not blank
	 */
	public List<String> texts(String name) {
		return this.parameters.getOrDefault(name, List.of())
			.stream()
			.map(String::strip)
			.filter((s) -> !s.isEmpty())
			.toList();
	}

	/**
	 * A whole number.
	 * @param name the parameter
	 * @param fallback the value when there is none
	 * @param max the largest value; the smallest is 1
	 * @return the number
	 */
	public int number(String name, int fallback, int max) {
		String text = text(name);
		if (text.isEmpty()) {
			return fallback;
		}
		if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max) {
			return Integer.parseInt(text);
		}
		throw new Refusal(400, "%s must be a number from 1 to %d; was \"%s\".".formatted(name, max, text));
	}

	/**
	 * A number that is not negative.
	 * @param name the parameter
	 * @return the number, 0 when there is none
	 */
	public double amount(String name) {
		String text = text(name);
		if (text.isEmpty()) {
			return 0;
		}
		if (text.matches("\\d{1,12}(\\.\\d{1,9})?")) {
			return Double.parseDouble(text);
		}
		throw new Refusal(400, "%s must be a number, 0 or more, such as 250 or 0.5; was \"%s\".".formatted(name, text));
	}

	/**
	 * One of several words.
	 * @param name the parameter
	 * @param words the words it may be, without regard to case
	 * @return the word in upper case, empty when there is none
	 */
	public String oneOf(String name, Set<String> words) {
		String text = text(name).toUpperCase(Locale.ROOT);
		if (text.isEmpty() || words.contains(text)) {
			return text;
		}
		throw new Refusal(400,
				"%s must be one of %s; was \"%s\".".formatted(name, String.join(", ", words), text(name)));
	}

}
