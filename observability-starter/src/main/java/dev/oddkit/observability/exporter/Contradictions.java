package dev.oddkit.observability.exporter;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Settings that work, each by itself, but hardly mean what they say together.
 */
class Contradictions {

	private static final String SDK = "otel.exporter.otlp.";

	private static final String OURS = "observability.exporter.";

	private static final Set<String> ELSEWHERE = Set.of("none", "console");

	private final Environment environment;

	private final ExporterSettings settings;

	Contradictions(Environment environment, ExporterSettings settings) {
		this.environment = environment;
		this.settings = settings;
	}

	/**
	 * Find them.
	 * @return one sentence for each
	 */
	Set<String> find() {
		Set<String> sentences = new LinkedHashSet<>();
		for (Signal signal : Signal.values()) {
			Endpoint endpoint = endpoint(signal);
			if (endpoint != null) {
				port(endpoint, protocol(signal), sentences);
				String bundle = this.settings.sslBundle(signal);
				if (bundle != null && endpoint.scheme().equals("http")) {
					sentences.add("The SSL bundle " + bundle + " is not used: the endpoint "
							+ endpoint.authority(protocol(signal)) + " begins with http. Write https");
				}
			}
		}
		for (String signal : new String[] { "traces", "logs" }) {
			String specific = this.environment.getProperty(OURS + signal + ".endpoint");
			String to = this.environment.getProperty("otel." + signal + ".exporter", "");
			if (specific != null && ELSEWHERE.contains(to)) {
				sentences.add("The endpoint of " + signal + " is not used: they go to " + to + ". Remove " + OURS
						+ signal + ".endpoint, or " + OURS + signal + ".to");
			}
		}
		if (this.environment.containsProperty(OURS + "metrics.endpoint")
				&& ELSEWHERE.contains(this.environment.getProperty("otel.metrics.exporter", "none"))) {
			sentences.add("The endpoint of metrics is not used: no property lets them be pushed. "
					+ "Add otlp to observability.metrics.to, or remove " + OURS + "metrics.endpoint");
		}
		return sentences;
	}

	private static void port(Endpoint endpoint, Protocol protocol, Set<String> sentences) {
		Protocol other = (protocol == Protocol.GRPC) ? Protocol.HTTP_PROTOBUF : Protocol.GRPC;
		if (endpoint.port() == other.port()) {
			sentences.add("The endpoint " + endpoint.authority(protocol) + " has the usual port of " + other.value()
					+ ", but the protocol is " + protocol.value() + ". Set port " + protocol.port()
					+ ", or observability.exporter.protocol=" + other.value());
		}
	}

	private @Nullable Endpoint endpoint(Signal signal) {
		String url = this.environment.getProperty(SDK + signal.key() + ".endpoint",
				this.environment.getProperty(SDK + "endpoint", ""));
		return url.isEmpty() ? null : Endpoint.of(url);
	}

	private Protocol protocol(Signal signal) {
		String name = this.environment.getProperty(SDK + signal.key() + ".protocol",
				this.environment.getProperty(SDK + "protocol", ""));
		return Protocol.of(name).orElse(Protocol.HTTP_PROTOBUF);
	}

}
