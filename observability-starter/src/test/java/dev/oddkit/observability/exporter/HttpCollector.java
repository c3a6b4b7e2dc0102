package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

/**
 * Receives OTLP over HTTP, with or without TLS.
 */
class HttpCollector extends Collector {

	private final HttpServer server;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	HttpCollector() {
		this(create(null));
	}

	HttpCollector(Certificates certificates) {
		this(create(certificates));
	}

	private HttpCollector(HttpServer server) {
		this.server = server;
		server.setExecutor(this.executor);
		server.createContext("/", this::receive);
		server.start();
	}

	private static HttpServer create(Certificates certificates) {
		InetSocketAddress address = new InetSocketAddress("127.0.0.1", 0);
		try {
			if (certificates == null) {
				return HttpServer.create(address, 0);
			}
			HttpsServer server = HttpsServer.create(address, 0);
			server.setHttpsConfigurator(new ClientAuthentication(certificates.serverContext()));
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Map<String, String> headers = exchange.getRequestHeaders()
				.entrySet()
				.stream()
				.collect(Collectors.toMap((entry) -> entry.getKey().toLowerCase(Locale.ROOT),
						(entry) -> String.join("|", entry.getValue())));
			arrived(new Arrival(exchange.getRequestURI().getPath(), headers,
					"gzip".equals(headers.get("content-encoding")) ? Arrival.unzipped(body) : body, client(exchange)));
			exchange.sendResponseHeaders(200, -1);
		}
	}

	private static String client(HttpExchange exchange) {
		try {
			return (exchange instanceof HttpsExchange https) ? https.getSSLSession().getPeerPrincipal().getName() : "";
		}
		catch (SSLPeerUnverifiedException ex) {
			return "";
		}
	}

	@Override
	int port() {
		return this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.executor.shutdownNow();
	}

	/**
	 * Demands a certificate of the client.
	 */
	private static final class ClientAuthentication extends HttpsConfigurator {

		ClientAuthentication(SSLContext context) {
			super(context);
		}

		@Override
		public void configure(HttpsParameters parameters) {
			SSLParameters ssl = getSSLContext().getDefaultSSLParameters();
			ssl.setNeedClientAuth(true);
			parameters.setSSLParameters(ssl);
		}

	}

}
