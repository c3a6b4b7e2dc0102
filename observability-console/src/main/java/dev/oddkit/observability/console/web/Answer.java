package dev.oddkit.observability.console.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * What goes back to the client: status, headers and a body that is written while it is
 * sent.
 *
 * @param status HTTP status
 * @param headers headers of this answer, besides those every answer carries
 * @param body the body, written to the stream it is given
 */
public record Answer(int status, Map<String, String> headers, Body body) {

	private static final Body NOTHING = (out) -> {
	};

	/**
	 * Answers with a value as JSON.
	 * @param value a record, map or list
	 * @return the answer
	 */
	public static Answer json(Object value) {
		return json(200, value);
	}

	/**
	 * Answers with a value as a JSON file to save.
	 * @param fileName name of the file, a plain token
	 * @param value a record, map or list
	 * @return the answer
	 */
	public static Answer attachment(String fileName, Object value) {
		return new Answer(200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store",
				"Content-Disposition", "attachment; filename=\"" + fileName + "\""), (out) -> Json.write(value, out));
	}

	/**
	 * Answers without a body.
	 * @return the answer
	 */
	public static Answer noContent() {
		return new Answer(204, Map.of(), NOTHING);
	}

	static Answer notModified(String etag) {
		return new Answer(304, Map.of("ETag", etag, "Cache-Control", "no-cache"), NOTHING);
	}

	static Answer file(String contentType, String etag, byte[] content) {
		return new Answer(200, Map.of("Content-Type", contentType, "ETag", etag, "Cache-Control", "no-cache"),
				(out) -> out.write(content));
	}

	static Answer error(int status, String sentence) {
		return json(status, Map.of("error", sentence));
	}

	private static Answer json(int status, Object value) {
		return new Answer(status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
				(out) -> Json.write(value, out));
	}

	boolean isEmpty() {
		return this.body == NOTHING;
	}

	/**
	 * Writes the body of an answer.
	 */
	@FunctionalInterface
	public interface Body {

		/**
		 * Writes the body.
		 * @param out where to
		 * @throws IOException when the client is gone
		 */
		void writeTo(OutputStream out) throws IOException;

	}

}
