package dev.oddkit.observability.exporter;

import java.io.IOException;

import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A message in the frame of gRPC: whether it is compressed, its length, its bytes.
 */
final class GrpcBody extends RequestBody {

	static final int FRAME = 5;

	private static final MediaType GRPC = MediaType.get("application/grpc");

	private final byte[] message;

	private final boolean compressed;

	GrpcBody(byte[] message, boolean compressed) {
		this.message = message;
		this.compressed = compressed;
	}

	@Override
	public MediaType contentType() {
		return GRPC;
	}

	@Override
	public long contentLength() {
		return FRAME + this.message.length;
	}

	@Override
	public void writeTo(BufferedSink sink) throws IOException {
		sink.writeByte(this.compressed ? 1 : 0);
		sink.writeInt(this.message.length);
		sink.write(this.message);
	}

}
