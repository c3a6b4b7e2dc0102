package dev.oddkit.observability.console;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;

import dev.oddkit.observability.console.api.ConsoleApi;
import dev.oddkit.observability.console.web.ConsoleServer;
import dev.oddkit.observability.console.web.EventStream;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.StoreLimits;
import dev.oddkit.observability.otlp.TelemetryStore;

/**
 * A running console: receiver, store and page. Either both ports are bound or nothing is
 * left behind.
 */
final class Console implements AutoCloseable {

	private final String host;

	private final OtlpReceiver receiver;

	private final ConsoleServer server;

	private final TelemetryStore.Registration registration;

	private Console(String host, OtlpReceiver receiver, ConsoleServer server,
			TelemetryStore.Registration registration) {
		this.host = host;
		this.receiver = receiver;
		this.server = server;
		this.registration = registration;
	}

	static Console start(ConsoleOptions options) throws StartException {
		TelemetryStore store = new TelemetryStore(StoreLimits.defaults());
		OtlpReceiver receiver = OtlpReceiver.builder(store)
			.host(options.host())
			.port(options.otlpPort())
			.checkHost(true)
			.build();
		try {
			receiver.start();
		}
		catch (IOException ex) {
			throw failure("the OTLP receiver", options.otlpPort(), "--otlp-port", ex);
		}
		try {
			EventStream events = new EventStream(store::revision);
			ConsoleApi api = new ConsoleApi(store, receiver, version());
			ConsoleServer server = new ConsoleServer(InetAddress.getByName(options.host()), options.port(),
					api.routes(), events);
			server.start();
			return new Console(options.host(), receiver, server, store.onChange(events::changed));
		}
		catch (IOException ex) {
			receiver.close();
			throw failure("the page", options.port(), "--port", ex);
		}
	}

	private static StartException failure(String part, int port, String option, IOException cause) {
		String problem = (cause instanceof BindException) ? "Port %d for %s is taken or not allowed (%s)."
				: "Port %d for %s cannot be opened (%s).";
		return new StartException((problem + " Choose another one with %s=NUMBER; 0 takes any free port.")
			.formatted(port, part, cause.getMessage(), option));
	}

	static String version() {
		String version = Console.class.getPackage().getImplementationVersion();
		return (version != null) ? version : "development";
	}

	String url() {
		return "http://" + (this.host.contains(":") ? "[" + this.host + "]" : this.host) + ":" + this.server.port();
	}

	String otlpEndpoint() {
		return this.receiver.endpoint();
	}

	@Override
	public void close() {
		this.registration.close();
		this.server.close();
		this.receiver.close();
	}

}
