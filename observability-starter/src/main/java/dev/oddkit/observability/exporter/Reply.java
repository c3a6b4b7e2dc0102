package dev.oddkit.observability.exporter;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

import io.opentelemetry.sdk.common.export.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a backend answered by HTTP.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the first part of the body
 */
record Reply(int status, HttpHeaders headers, byte[] body) implements HttpResponse {

	private static final int TOO_MANY_REQUESTS = 429;

	/**
	 * The statuses that the OTLP specification has clients retry.
	 */
	private static final Set<Integer> RETRYABLE = Set.of(TOO_MANY_REQUESTS, 502, 503, 504);

	static Reply of(java.net.http.HttpResponse<byte[]> response) {
		return new Reply(response.statusCode(), response.headers(), response.body());
	}

	/**
	 * Collect a body; what exceeds the limit is read and forgotten.
	 * @param limit how many bytes to keep
	 * @return the collector
	 */
	static java.net.http.HttpResponse.BodySubscriber<byte[]> body(long limit) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		return java.net.http.HttpResponse.BodySubscribers.mapping(
				java.net.http.HttpResponse.BodySubscribers.ofByteArrayConsumer((Optional<byte[]> part) -> part
					.ifPresent((bytes) -> body.write(bytes, 0, (int) Math.min(bytes.length, limit - body.size())))),
				(end) -> body.toByteArray());
	}

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	boolean isRetryable() {
		return RETRYABLE.contains(this.status);
	}

	LossReason reason() {
		if (this.status == TOO_MANY_REQUESTS) {
			return LossReason.THROTTLED;
		}
		return (this.status >= 500) ? LossReason.UNAVAILABLE : LossReason.REJECTED;
	}

	/**
	 * Return the wait that the backend asks for.
	 * @return the wait, no longer than {@link JdkHttpSender#MAX_HOLD}, or {@code null}
	 */
	@Nullable Duration retryAfter() {
		String value = isRetryable() ? this.headers.firstValue("Retry-After").orElse("").trim() : "";
		if (value.isEmpty()) {
			return null;
		}
		try {
			Duration wait = Character.isDigit(value.charAt(0)) ? Duration.ofSeconds(Long.parseLong(value)) : Duration
				.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			wait = wait.isNegative() ? Duration.ZERO : wait;
			return (wait.compareTo(JdkHttpSender.MAX_HOLD) > 0) ? JdkHttpSender.MAX_HOLD : wait;
		}
		catch (DateTimeParseException | NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Say status and message, be it a protobuf status or plain text.
	 * @return one line
	 */
	String describe() {
		String type = this.headers.firstValue("Content-Type").orElse("");
		String message = WireMismatch.ofAnswer(ResponseMessage.text(this.body));
		if (message == null) {
			message = ResponseMessage.of(this.body).text();
		}
		if (message == null && (type.startsWith("text/plain") || type.contains("json"))) {
			message = ResponseMessage.text(this.body);
		}
		return (message != null) ? "HTTP " + this.status + ": " + message : "HTTP " + this.status;
	}

	@Override
	public int getStatusCode() {
		return this.status;
	}

	@Override
	public String getStatusMessage() {
		return "";
	}

	@Override
	public byte[] getResponseBody() {
		return this.body;
	}

}
