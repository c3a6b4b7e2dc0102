package dev.oddkit.observability.console.web;

import java.io.IOException;
import java.io.OutputStream;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes values as JSON, straight to the stream so that a big trace is never held twice.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

	private Json() {
	}

	static void write(Object value, OutputStream out) throws IOException {
		try {
			MAPPER.writeValue(out, value);
		}
		catch (JacksonIOException ex) {
			throw ex.getCause();
		}
	}

}
