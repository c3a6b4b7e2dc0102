package dev.oddkit.observability.exporter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of OTLP that the SDK speaks.
 */
enum Protocol {

	/**
	 * Protobuf over HTTP, usually at port 4318.
	 */
	HTTP_PROTOBUF("http/protobuf", 4318),

	/**
	 * Protobuf over gRPC, usually at port 4317.
	 */
	GRPC("grpc", 4317);

	private final String value;

	private final int port;

	Protocol(String value, int port) {
		this.value = value;
		this.port = port;
	}

	/**
	 * Return the protocol of a name.
	 * @param name a name in any of the spellings that Spring Boot accepts for an enum
	 * @return the protocol, or empty if there is none of that name
	 */
	static Optional<Protocol> of(String name) {
		String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
		return Stream.of(values()).filter((protocol) -> protocol.value.replace("/", "").equals(letters)).findFirst();
	}

	/**
	 * Return the name that the SDK knows.
	 * @return {@code grpc} or {@code http/protobuf}
	 */
	String value() {
		return this.value;
	}

	/**
	 * Return the name that Spring Boot has for the protocol.
	 * @return {@code GRPC} or {@code HTTP}
	 */
	String transport() {
		return (this == GRPC) ? "GRPC" : "HTTP";
	}

	int port() {
		return this.port;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
