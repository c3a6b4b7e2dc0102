package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.Status;

/**
 * Misbehaves over gRPC.
 */
class FaultyGrpcServer extends FaultyServer {

	private static final Metadata.Key<byte[]> DETAILS = Metadata.Key.of("grpc-status-details-bin",
			Metadata.BINARY_BYTE_MARSHALLER);

	private Server server;

	FaultyGrpcServer(Signal signal) {
		super(signal);
	}

	@Override
	int listen(InetSocketAddress address, ExecutorService threads) throws IOException {
		this.server = GrpcCollector.builder(address, (name, headers, message, call) -> receive(message, call))
			.executor(threads)
			.build()
			.start();
		return this.server.getPort();
	}

	private void receive(byte[] message, ServerCall<byte[], byte[]> call) {
		boolean[] answered = { false };
		try {
			handle(message, (fault, answer) -> {
				answered[0] = true;
				if (fault.isSuccess()) {
					call.sendHeaders(new Metadata());
					call.sendMessage(answer);
				}
				Metadata trailers = new Metadata();
				if (fault == Fault.THROTTLED) {
					trailers.put(DETAILS, retryInfo());
				}
				call.close(fault.isSuccess() ? Status.OK : fault.grpc(), trailers);
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		if (!answered[0]) {
			call.close(Status.UNAVAILABLE.withDescription("it was hanging"), new Metadata());
		}
	}

	/**
	 * Ask for a wait of one second: a {@code google.rpc.Status} with a {@code RetryInfo}.
	 */
	private static byte[] retryInfo() {
		ByteString second = field(1, UnknownFieldSet.Field.newBuilder().addVarint(1).build());
		ByteString retryInfo = field(1, UnknownFieldSet.Field.newBuilder().addLengthDelimited(second).build());
		ByteString any = field(1,
				UnknownFieldSet.Field.newBuilder()
					.addLengthDelimited(ByteString.copyFromUtf8("type.googleapis.com/google.rpc.RetryInfo"))
					.build())
			.concat(field(2, UnknownFieldSet.Field.newBuilder().addLengthDelimited(retryInfo).build()));
		return field(3, UnknownFieldSet.Field.newBuilder().addLengthDelimited(any).build()).toByteArray();
	}

	private static ByteString field(int number, UnknownFieldSet.Field value) {
		return UnknownFieldSet.newBuilder().addField(number, value).build().toByteString();
	}

	@Override
	void stop() {
		try {
			this.server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
