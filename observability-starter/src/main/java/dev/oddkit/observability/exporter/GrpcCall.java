package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Headers;
import okhttp3.Response;
import okio.BufferedSource;
import okio.Okio;

/**
 * One attempt by gRPC. Giving it up cancels the call.
 */
final class GrpcCall extends CompletableFuture<GrpcReply> implements Callback {

	private final Call call;

	private final long limit;

	private GrpcCall(Call call, long limit) {
		this.call = call;
		this.limit = limit;
	}

	/**
	 * Start a call.
	 * @param call the call
	 * @param limit bytes of the answer that are kept
	 * @return the reply
	 */
	static CompletableFuture<GrpcReply> start(Call call, long limit) {
		GrpcCall started = new GrpcCall(call, limit);
		call.enqueue(started);
		return started;
	}

	@Override
	public void onResponse(Call call, Response response) {
		try (response) {
			byte[] message = message(response.body().source());
			// A response without a message has the trailers in its headers
			Headers trailers = (response.header(GrpcReply.STATUS) != null) ? response.headers() : response.trailers();
			complete(GrpcReply.of(response.code(), trailers::get, message));
		}
		catch (IOException | RuntimeException ex) {
			completeExceptionally(ex);
		}
	}

	private byte[] message(BufferedSource source) throws IOException {
		byte[] message = new byte[0];
		if (source.request(GrpcBody.FRAME)) {
			boolean plain = source.readByte() == 0;
			int length = source.readInt();
			if (plain && length > 0 && length <= this.limit) {
				message = source.readByteArray(length);
			}
		}
		// The trailers come after the last byte
		source.readAll(Okio.blackhole());
		return message;
	}

	@Override
	public void onFailure(Call call, IOException failure) {
		completeExceptionally(call.request().isHttps() ? failure : WireMismatch.ofPlainGrpc(failure));
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		boolean cancelled = super.cancel(mayInterruptIfRunning);
		this.call.cancel();
		return cancelled;
	}

}
