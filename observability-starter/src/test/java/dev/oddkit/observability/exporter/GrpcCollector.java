package dev.oddkit.observability.exporter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCredentials;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;

/**
 * Receives OTLP over gRPC, with or without TLS: a server of grpc-java that takes any
 * method and keeps the bytes of its message.
 */
class GrpcCollector extends Collector {

	private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {

		@Override
		public InputStream stream(byte[] value) {
			return new ByteArrayInputStream(value);
		}

		@Override
		public byte[] parse(InputStream stream) {
			try {
				return stream.readAllBytes();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	};

	private final Server server;

	GrpcCollector() {
		this(InsecureServerCredentials.create());
	}

	GrpcCollector(Certificates certificates) {
		this(TlsServerCredentials.newBuilder()
			.keyManager(certificates.serverKeys())
			.trustManager(certificates.trusted("client-a", "client-b"))
			.clientAuth(ClientAuth.REQUIRE)
			.build());
	}

	private GrpcCollector(ServerCredentials credentials) {
		try {
			this.server = builder(new InetSocketAddress("127.0.0.1", 0), credentials,
					(name, headers, message, call) -> {
						arrived(new Arrival(name, text(headers), message, client(call)));
						call.sendHeaders(new Metadata());
						call.sendMessage(new byte[0]);
						call.close(Status.OK, new Metadata());
					})
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Prepare a server that takes any method.
	 * @param address where it listens
	 * @param handler answers its calls
	 * @return the builder
	 */
	static NettyServerBuilder builder(InetSocketAddress address, Handler handler) {
		return builder(address, InsecureServerCredentials.create(), handler);
	}

	private static NettyServerBuilder builder(InetSocketAddress address, ServerCredentials credentials,
			Handler handler) {
		return NettyServerBuilder.forAddress(address, credentials).fallbackHandlerRegistry(new HandlerRegistry() {

			@Override
			public ServerMethodDefinition<?, ?> lookupMethod(String name, String authority) {
				return method(name, handler);
			}

		});
	}

	private static ServerMethodDefinition<byte[], byte[]> method(String name, Handler handler) {
		MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.newBuilder(BYTES, BYTES)
			.setType(MethodDescriptor.MethodType.UNARY)
			.setFullMethodName(name)
			.build();
		return ServerMethodDefinition.create(descriptor, (call, headers) -> {
			call.request(1);
			return new ServerCall.Listener<byte[]>() {

				@Override
				public void onMessage(byte[] message) {
					handler.handle(name, headers, message, call);
				}

			};
		});
	}

	private static Map<String, String> text(Metadata headers) {
		Map<String, String> text = new LinkedHashMap<>();
		headers.keys()
			.stream()
			.filter((name) -> !name.endsWith("-bin"))
			.forEach((name) -> text.put(name,
					String.join("|", headers.getAll(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)))));
		return text;
	}

	private static String client(ServerCall<?, ?> call) {
		SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
		try {
			return (session != null) ? session.getPeerPrincipal().getName() : "";
		}
		catch (SSLPeerUnverifiedException ex) {
			return "";
		}
	}

	@Override
	int port() {
		return this.server.getPort();
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

	/**
	 * Answers calls.
	 */
	interface Handler {

		void handle(String name, Metadata headers, byte[] message, ServerCall<byte[], byte[]> call);

	}

}
