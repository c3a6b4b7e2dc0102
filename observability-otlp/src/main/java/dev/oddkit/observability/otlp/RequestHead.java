package dev.oddkit.observability.otlp;

import java.util.Locale;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import org.jspecify.annotations.Nullable;

/**
 * What the request line and the headers say: signal, encoding and compression. It refuses
 * whatever the receiver cannot read.
 *
 * @param signal the signal
 * @param mediaType the encoding of the body
 * @param gzip whether the body is compressed
 * @param length the bytes of the body as sent, -1 when it is chunked
 */
record RequestHead(Signal signal, MediaType mediaType, boolean gzip, long length) {

	static RequestHead of(HttpExchange exchange, BodyLimits limits) {
		Headers headers = exchange.getRequestHeaders();
		Signal signal = Signal.of(exchange.getRequestURI().getPath());
		if (signal == null) {
			throw new RejectedRequestException(Rejection.UNKNOWN_PATH,
					"There is nothing at this path; OTLP goes to /v1/traces, /v1/logs and /v1/metrics");
		}
		if (!exchange.getRequestMethod().equals("POST")) {
			throw new RejectedRequestException(Rejection.METHOD,
					"OTLP is sent with POST, not with " + exchange.getRequestMethod());
		}
		MediaType mediaType = mediaType(headers.getFirst("Content-Type"));
		boolean gzip = gzip(headers.getFirst("Content-Encoding"));
		return new RequestHead(signal, mediaType, gzip, length(headers, limits));
	}

	private static MediaType mediaType(@Nullable String contentType) {
		MediaType mediaType = MediaType.of(contentType);
		if (mediaType != null) {
			return mediaType;
		}
		String accepted = "; send application/x-protobuf or application/json";
		if (contentType == null) {
			throw new RejectedRequestException(Rejection.MEDIA_TYPE, "The Content-Type is missing" + accepted);
		}
		if (contentType.toLowerCase(Locale.ROOT).startsWith("application/grpc")) {
			throw new RejectedRequestException(Rejection.MEDIA_TYPE,
					"OTLP over gRPC, usually on port 4317, is not supported; set the exporter's protocol to http/protobuf");
		}
		throw new RejectedRequestException(Rejection.MEDIA_TYPE,
				"The Content-Type '" + contentType + "' is not supported" + accepted);
	}

	private static boolean gzip(@Nullable String contentEncoding) {
		String encoding = (contentEncoding != null) ? contentEncoding.strip().toLowerCase(Locale.ROOT) : "";
		return switch (encoding) {
			case "gzip" -> true;
			case "", "identity", "none" -> false;
			default -> throw new RejectedRequestException(Rejection.CONTENT_ENCODING,
					"The Content-Encoding '" + contentEncoding + "' is not supported; send gzip or leave it out");
		};
	}

	private static long length(Headers headers, BodyLimits limits) {
		String header = headers.getFirst("Content-Length");
		if (header == null && !headers.containsKey("Transfer-Encoding")) {
			throw new RejectedRequestException(Rejection.LENGTH_MISSING,
					"The Content-Length is missing; state it, or send the body chunked");
		}
		long length = (header != null) ? Long.parseLong(header) : -1;
		if (length > limits.sent()) {
			throw limits.tooLarge();
		}
		return length;
	}

}
