package dev.oddkit.observability.exporter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import io.opentelemetry.sdk.common.export.Compressor;
import io.opentelemetry.sdk.common.export.MessageWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the message of an export at once: the SDK reuses the objects behind it.
 */
final class ExportBody {

	private ExportBody() {
	}

	static byte[] of(MessageWriter message, @Nullable Compressor compressor) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
		try (OutputStream out = (compressor != null) ? compressor.compress(bytes) : bytes) {
			message.writeMessage(out);
		}
		return bytes.toByteArray();
	}

}
