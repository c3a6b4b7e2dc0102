package dev.oddkit.observability.exporter;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint as people write it: {@code host}, {@code host:4317}, a base URL or the full
 * URL of a signal, with or without a slash at the end.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or an address
 * @param port the port, -1 for the usual one of the scheme, 0 for the usual one of OTLP
 * @param path the path without slashes at its end, or an empty string
 */
record Endpoint(String scheme, String host, int port, String path) {

	private static final Pattern FORM = Pattern
		.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+])"
				+ "(?::(?<port>\\d{1,5}))?(?<path>/(?:[^/\\s?#][^\\s?#]*)?)?");

	private static final Pattern SIGNAL_PATH = Pattern.compile("/v1/(traces|metrics|logs)$");

	private static final int TLS = 443;

	/**
	 * Understand an endpoint.
	 * @param text what somebody wrote
	 * @return the endpoint
	 * @throws IllegalArgumentException with the reason, if it is none
	 */
	static Endpoint of(String text) {
		Matcher matcher = FORM.matcher(text.trim());
		if (!matcher.matches()) {
			throw new IllegalArgumentException((text.contains("?") || text.contains("#"))
					? "has a query or a fragment; allowed is a URL that ends with its path" : "is no host and no URL");
		}
		String scheme = matcher.group("scheme");
		int port = (matcher.group("port") != null) ? Integer.parseInt(matcher.group("port")) : -1;
		if (port == 0 || port > 65_535) {
			throw new IllegalArgumentException("has a port that does not exist; allowed are 1 to 65535");
		}
		if (scheme == null) {
			scheme = (port == TLS) ? "https" : "http";
			port = Math.max(port, 0);
		}
		scheme = scheme.toLowerCase(Locale.ROOT);
		if (!scheme.equals("http") && !scheme.equals("https")) {
			throw new IllegalArgumentException("has the unknown scheme " + scheme + "; allowed are http and https");
		}
		String path = (matcher.group("path") != null) ? matcher.group("path").replaceAll("/+$", "") : "";
		return new Endpoint(scheme, matcher.group("host"), port, path);
	}

	/**
	 * Return the protocol that the port stands for.
	 * @return gRPC at its usual port, HTTP at any other
	 */
	Protocol usualProtocol() {
		return (this.port == Protocol.GRPC.port()) ? Protocol.GRPC : Protocol.HTTP_PROTOBUF;
	}

	/**
	 * Return the part of the path that is the same for all signals.
	 * @return the path, or an empty string
	 */
	String prefix() {
		return SIGNAL_PATH.matcher(this.path).replaceFirst("");
	}

	/**
	 * Return the URL that the SDK expects for all signals.
	 * @param protocol the protocol to be spoken there
	 * @return the URL
	 */
	String base(Protocol protocol) {
		return authority(protocol) + ((protocol == Protocol.GRPC) ? "" : prefix());
	}

	/**
	 * Return the URL that the SDK expects for one signal.
	 * @param protocol the protocol to be spoken there
	 * @param signal the signal
	 * @return the URL
	 */
	String url(Protocol protocol, Signal signal) {
		if (protocol == Protocol.GRPC) {
			return authority(protocol);
		}
		return authority(protocol) + (this.path.isEmpty() ? "/v1/" + signal.key() : this.path);
	}

	/**
	 * Return the endpoint without its path.
	 * @param protocol the protocol to be spoken there
	 * @return scheme, host and port
	 */
	String authority(Protocol protocol) {
		int known = (this.port == 0) ? protocol.port() : this.port;
		return this.scheme + "://" + this.host + ((known != -1) ? ":" + known : "");
	}

}
