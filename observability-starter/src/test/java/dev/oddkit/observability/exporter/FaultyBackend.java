package dev.oddkit.observability.exporter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A backend with a port for each signal, so that each may misbehave alone.
 */
class FaultyBackend implements AutoCloseable {

	private final Map<Signal, FaultyServer> servers = new EnumMap<>(Signal.class);

	private final Protocol protocol;

	FaultyBackend() {
		this(Protocol.HTTP_PROTOBUF);
	}

	FaultyBackend(Protocol protocol) {
		this.protocol = protocol;
		for (Signal signal : Signal.values()) {
			FaultyServer server = (protocol == Protocol.GRPC) ? new FaultyGrpcServer(signal)
					: new FaultyHttpServer(signal);
			server.open();
			this.servers.put(signal, server);
		}
	}

	/**
	 * Misbehave.
	 * @param fault how
	 * @param signals for which signals, all if there are none
	 */
	void become(Fault fault, Signal... signals) {
		Stream.of((signals.length > 0) ? signals : Signal.values())
			.map(this.servers::get)
			.forEach((server) -> server.become(fault));
	}

	List<String> settings() {
		return Stream
			.concat(Stream.of("observability.exporter.protocol=" + this.protocol.value()),
					Arrays.stream(Signal.values())
						.map((signal) -> "observability.exporter." + signal.key() + ".endpoint=" + endpoint(signal)))
			.toList();
	}

	Protocol protocol() {
		return this.protocol;
	}

	String endpoint(Signal signal) {
		return this.servers.get(signal).endpoint();
	}

	int accepted(Signal signal) {
		return this.servers.get(signal).accepted();
	}

	/**
	 * Return when requests arrived, as {@link System#nanoTime()}.
	 */
	List<Long> arrivals() {
		return this.servers.values()
			.stream()
			.flatMap((server) -> server.arrivals().stream())
			.sorted(Comparator.naturalOrder())
			.toList();
	}

	@Override
	public void close() {
		this.servers.values().forEach(FaultyServer::close);
	}

}
