package dev.oddkit.observability.exporter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import org.jspecify.annotations.Nullable;

/**
 * What a backend answered by gRPC.
 *
 * @param code the status
 * @param description what the backend says about it
 * @param message the message
 * @param retryAfter the wait of {@code google.rpc.RetryInfo} in the details of the
 * status, or {@code null}
 */
record GrpcReply(GrpcStatusCode code, String description, byte[] message,
		@Nullable Duration retryAfter) implements Reply, GrpcResponse {

	static final String STATUS = "grpc-status";

	/**
	 * The statuses that the OTLP specification has clients retry. One more counts if the
	 * backend says when.
	 */
	private static final Set<GrpcStatusCode> RETRYABLE = EnumSet.of(GrpcStatusCode.CANCELLED,
			GrpcStatusCode.DEADLINE_EXCEEDED, GrpcStatusCode.ABORTED, GrpcStatusCode.OUT_OF_RANGE,
			GrpcStatusCode.UNAVAILABLE, GrpcStatusCode.DATA_LOSS);

	/**
	 * Tells a message that is too large from a quota that is used up: both have the same
	 * status. In the words of gRPC's libraries for Go, C++, Java and .NET.
	 */
	private static final Pattern TOO_LARGE = Pattern.compile("\\bmessage\\b.*\\b(larger than|exceeds|too large)\\b",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Read the end of a call.
	 * @param http the status of HTTP, which alone answers if no gRPC server does
	 * @param trailers the trailers by name, {@code null} if there is none of that name
	 * @param message the message
	 * @return the reply
	 */
	static GrpcReply of(int http, UnaryOperator<@Nullable String> trailers, byte[] message) {
		String status = trailers.apply(STATUS);
		if (status == null) {
			return new GrpcReply(ofHttp(http), "HTTP " + http, message, null);
		}
		GrpcStatusCode code = status.matches("\\d{1,2}") ? GrpcStatusCode.fromValue(Integer.parseInt(status))
				: GrpcStatusCode.UNKNOWN;
		String details = trailers.apply("grpc-status-details-bin");
		return new GrpcReply(code, text(trailers.apply("grpc-message")), message,
				(details != null) ? retryInfo(details) : null);
	}

	/**
	 * Translate as gRPC advises for answers of something between client and server.
	 */
	private static GrpcStatusCode ofHttp(int status) {
		return switch (status) {
			case 400 -> GrpcStatusCode.INTERNAL;
			case 401 -> GrpcStatusCode.UNAUTHENTICATED;
			case 403 -> GrpcStatusCode.PERMISSION_DENIED;
			case 404 -> GrpcStatusCode.UNIMPLEMENTED;
			case 429, 502, 503, 504 -> GrpcStatusCode.UNAVAILABLE;
			default -> GrpcStatusCode.UNKNOWN;
		};
	}

	private static String text(@Nullable String encoded) {
		if (encoded == null) {
			return "";
		}
		try {
			encoded = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			// As it came
		}
		String text = ProtobufMessage.line(encoded.getBytes(StandardCharsets.UTF_8));
		return (text != null) ? text : "";
	}

	/**
	 * Find the wait among the details of a {@code google.rpc.Status}, which are in field
	 * 3, each with the name of its type and its bytes.
	 */
	private static @Nullable Duration retryInfo(String details) {
		try {
			return ProtobufMessage.of(Base64.getDecoder().decode(details))
				.messages(3)
				.filter((detail) -> String.valueOf(detail.text(1)).endsWith("google.rpc.RetryInfo"))
				.map((detail) -> detail.message(2).message(1))
				.map((wait) -> Duration.ofSeconds(wait.number(1), wait.number(2)))
				.filter((wait) -> !wait.isNegative())
				.findFirst()
				.orElse(null);
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			return null;
		}
	}

	@Override
	public boolean isSuccess() {
		return this.code == GrpcStatusCode.OK;
	}

	@Override
	public boolean isRetryable() {
		return RETRYABLE.contains(this.code)
				|| (this.code == GrpcStatusCode.RESOURCE_EXHAUSTED && this.retryAfter != null);
	}

	@Override
	public LossReason reason() {
		return reason(this.code, this.description);
	}

	static LossReason reason(GrpcStatusCode code, @Nullable String description) {
		return switch (code) {
			case RESOURCE_EXHAUSTED -> (description != null && TOO_LARGE.matcher(description).find())
					? LossReason.REJECTED : LossReason.THROTTLED;
			case DEADLINE_EXCEEDED -> LossReason.TIMEOUT;
			case UNAVAILABLE, INTERNAL, ABORTED, CANCELLED, DATA_LOSS, UNKNOWN -> LossReason.UNAVAILABLE;
			default -> LossReason.REJECTED;
		};
	}

	@Override
	public String describe() {
		return describe(this.code, this.description);
	}

	static String describe(GrpcStatusCode code, @Nullable String description) {
		String status = "gRPC status " + code;
		return (description != null && !description.isBlank()) ? status + ": " + description : status;
	}

	@Override
	public GrpcStatusCode getStatusCode() {
		return this.code;
	}

	@Override
	public String getStatusDescription() {
		return this.description;
	}

	@Override
	public byte[] getResponseMessage() {
		return this.message;
	}

}
