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
import java.util.regex.Pattern;

import io.opentelemetry.sdk.common.export.HttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a backend answered by HTTP.
 *
 * @param status the status code
 * @param headers the headers
 * @param body the first part of the body
 */
record HttpReply(int status, HttpHeaders headers, byte[] body) implements Reply, HttpResponse {

	private static final int NOT_FOUND = 404;

	private static final int TOO_MANY_REQUESTS = 429;

	/**
	 * The statuses that the OTLP specification has clients retry.
	 */
	private static final Set<Integer> RETRYABLE = Set.of(TOO_MANY_REQUESTS, 502, 503, 504);

	/**
	 * What may be shown of a URL; the rest of one to log in at is nobody's business.
	 */
	private static final Pattern AUTHORITY = Pattern.compile("^((?:[A-Za-z]+:)?//[^/?#]*).*|[?#].*");

	static HttpReply of(java.net.http.HttpResponse<byte[]> response) {
		return new HttpReply(response.statusCode(), response.headers(), response.body());
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

	@Override
	public boolean isSuccess() {
		return isOk() && !isPage();
	}

	private boolean isOk() {
		return this.status >= 200 && this.status < 300;
	}

	/**
	 * Whether its success is for people: a web server shows them a page whatever they ask
	 * for.
	 */
	private boolean isPage() {
		return isOk() && contentType().startsWith("text/html");
	}

	private String contentType() {
		return this.headers.firstValue("Content-Type").orElse("");
	}

	@Override
	public boolean isRetryable() {
		return RETRYABLE.contains(this.status);
	}

	@Override
	public LossReason reason() {
		if (this.status == TOO_MANY_REQUESTS) {
			return LossReason.THROTTLED;
		}
		return (this.status >= 500) ? LossReason.UNAVAILABLE : LossReason.REJECTED;
	}

	@Override
	public @Nullable Duration retryAfter() {
		String value = isRetryable() ? this.headers.firstValue("Retry-After").orElse("").trim() : "";
		if (value.isEmpty()) {
			return null;
		}
		try {
			Duration wait = Character.isDigit(value.charAt(0)) ? Duration.ofSeconds(Long.parseLong(value)) : Duration
				.between(Instant.now(), ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (DateTimeParseException | NumberFormatException ex) {
			return null;
		}
	}

	@Override
	public String describe() {
		String moved = (this.status / 100 == 3) ? this.headers.firstValue("Location").orElse(null) : null;
		if (moved != null) {
			return "HTTP " + this.status + ", a redirect to " + AUTHORITY.matcher(moved).replaceFirst("$1")
					+ ", which is not followed";
		}
		if (isPage()) {
			return "HTTP " + this.status + " with a web page; no OTLP receiver listens at this port and path";
		}
		String message = WireMismatch.ofAnswer(ProtobufMessage.line(this.body));
		if (message == null) {
			message = ProtobufMessage.of(this.body).text(2);
		}
		if (message == null && (contentType().startsWith("text/plain") || contentType().contains("json"))) {
			message = ProtobufMessage.line(this.body);
		}
		return (message != null) ? "HTTP " + this.status + ": " + message : "HTTP " + this.status;
	}

	@Override
	public byte[] message() {
		return this.body;
	}

	/**
	 * The SDK knows a success by nothing else.
	 */
	@Override
	public int getStatusCode() {
		return isPage() ? NOT_FOUND : this.status;
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
