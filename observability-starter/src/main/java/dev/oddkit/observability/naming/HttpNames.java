package dev.oddkit.observability.naming;

import java.net.URI;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * The parts of names and labels that all HTTP conventions share.
 */
final class HttpNames {

	static final String OTHER = "_OTHER";

	private static final Pattern BEFORE_PATH = Pattern.compile("^https?://[^/]+");

	private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/@]*@");

	private static final Pattern PARAMETER = Pattern.compile("(?<=[?&])([^=&#]*+)=[^&#]*+");

	/**
	 * The parameters of a query whose values the conventions redact, and such as sound
	 * like secrets.
	 */
	private static final Pattern SECRET = Pattern.compile(
			"^sig$|^AWSAccessKeyId$" + "|password|passwd|secret|token|authorization|api.?key|credential|signature",
			Pattern.CASE_INSENSITIVE);

	private static final Set<String> KNOWN_METHODS = Stream.of(HttpMethod.values())
		.map(HttpMethod::name)
		.collect(Collectors.toUnmodifiableSet());

	private HttpNames() {
	}

	static String method(@Nullable HttpMethod method) {
		return (method != null && KNOWN_METHODS.contains(method.name())) ? method.name() : OTHER;
	}

	static String span(String method, @Nullable String route) {
		String verb = method.equals(OTHER) ? "HTTP" : method;
		return (route != null) ? verb + " " + route : verb;
	}

	/**
	 * Return the path of a URI template, without host and query.
	 * @param template the template, or {@code null}
	 * @return the path, or {@code null} if there is no template
	 */
	static @Nullable String path(@Nullable String template) {
		if (template == null) {
			return null;
		}
		String path = BEFORE_PATH.matcher(template).replaceFirst("");
		int query = path.indexOf('?');
		path = (query >= 0) ? path.substring(0, query) : path;
		return path.startsWith("/") ? path : "/" + path;
	}

	static String port(URI uri) {
		if (uri.getPort() >= 0) {
			return Integer.toString(uri.getPort());
		}
		return "https".equals(uri.getScheme()) ? "443" : "80";
	}

	static String withoutSecrets(URI uri) {
		String url = USER_INFO.matcher(uri.toASCIIString()).replaceFirst("REDACTED:REDACTED@");
		return (uri.getRawQuery() != null) ? PARAMETER.matcher(url).replaceAll(HttpNames::redacted) : url;
	}

	private static String redacted(MatchResult parameter) {
		String name = parameter.group(1);
		return Matcher.quoteReplacement(SECRET.matcher(name).find() ? name + "=REDACTED" : parameter.group());
	}

}
