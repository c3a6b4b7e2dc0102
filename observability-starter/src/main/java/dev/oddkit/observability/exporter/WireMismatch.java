package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Recognises by what the clients say that the two ends speak differently, and says what
 * to set.
 */
final class WireMismatch {

	private static final String NO_TLS = "the port does not speak TLS; write http instead of https";

	private static final String TLS = "the connection was closed without an answer; if the port speaks TLS, "
			+ "write https instead of http";

	private static final Pattern TLS_PORT = Pattern.compile("HTTP request (was sent )?to (an )?HTTPS");

	private static final String GRPC = "the port speaks gRPC; set observability.exporter.protocol to grpc";

	private static final String NO_PLAIN_GRPC = "set observability.exporter.protocol to http/protobuf, "
			+ "or write https if it speaks TLS";

	private static final Pattern CUT = Pattern.compile("Broken pipe|Connection reset( by peer)?|closed");

	private static final Map<Pattern, String> WORDS = words();

	private WireMismatch() {
	}

	private static Map<Pattern, String> words() {
		Map<Pattern, String> words = new LinkedHashMap<>();
		words.put(Pattern.compile("plaintext connection|unrecognized SSL message"), NO_TLS);
		// The first frame of HTTP/2, as the two clients print it
		words.put(Pattern.compile("status line, receiving \\[\\x00\\x00.\\x04|content=0000..04", Pattern.DOTALL), GRPC);
		words.put(Pattern.compile("received no bytes|unexpected end of stream|parsing HTTP/1.1 status line"), TLS);
		// 4740180 are the letters HTT
		words.put(Pattern.compile("FRAME_SIZE_ERROR: 4740180"),
				"the port does not speak gRPC; set observability.exporter.protocol to http/protobuf");
		words.put(Pattern.compile("SETTINGS preface|Expected a SETTINGS|ConnectionShutdownException"),
				"the port does not speak plain gRPC; " + NO_PLAIN_GRPC);
		words.put(Pattern.compile("certification path|PKIX"), "the certificate of the server is not trusted; "
				+ "set observability.exporter.ssl-bundle to a bundle that trusts it");
		words.put(Pattern.compile("subject alternative|No name matching|not verified"),
				"the certificate of the server is for another host; use a name that it holds");
		words.put(Pattern.compile("fatal alert: (certificate_required|bad_certificate|handshake_failure)"),
				"the server does not accept our certificate; "
						+ "set observability.exporter.ssl-bundle to a bundle with the client's key");
		return words;
	}

	/**
	 * Find words for a failure.
	 * @param failure the failure with its causes
	 * @return what to set, or {@code null} if it is no mismatch
	 */
	static @Nullable String find(Throwable failure) {
		StringBuilder text = new StringBuilder();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			text.append(cause).append('\n');
		}
		return WORDS.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().matcher(text).find())
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Find words for a connection without TLS that was cut while gRPC was spoken. A
	 * server of HTTP/1.1 answers the first frame and closes: whether its answer is read
	 * or the next frame fails is a matter of who is faster.
	 * @param failure the failure
	 * @return a failure that says what to set, or the same one
	 */
	static IOException ofPlainGrpc(IOException failure) {
		if (failure.getMessage() == null || !CUT.matcher(failure.getMessage()).matches()) {
			return failure;
		}
		IOException cut = new IOException("the connection was closed while the export was sent (" + failure.getMessage()
				+ "); if the port does not speak plain gRPC, " + NO_PLAIN_GRPC);
		cut.addSuppressed(failure);
		return cut;
	}

	/**
	 * Find words for what a server answered.
	 * @param text the answer
	 * @return what to set, or {@code null} if it is no mismatch
	 */
	static @Nullable String ofAnswer(@Nullable String text) {
		return (text != null && TLS_PORT.matcher(text).find()) ? "the port speaks TLS; write https instead of http"
				: null;
	}

}
