package dev.oddkit.demo.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Describes a demo that is to be started: with a console, on free ports and silent,
 * unless said otherwise.
 */
public final class DemoBuilder {

	final String jars;

	final Path folder;

	final Map<DemoPort, Integer> ports = new EnumMap<>(DemoPort.class);

	@Nullable URI endpoint;

	boolean console = true;

	Duration patience = Duration.ofMinutes(3);

	Consumer<String> news = (sentence) -> {
	};

	DemoBuilder(String jars, Path folder) {
		this.jars = jars;
		this.folder = folder.toAbsolutePath();
		for (DemoPort port : DemoPort.values()) {
			this.ports.put(port, 0);
		}
	}

	/**
	 * Sets a port.
	 * @param port which one
	 * @param number its number, 0 for any free one
	 * @return this builder
	 */
	public DemoBuilder port(DemoPort port, int number) {
		this.ports.put(port, number);
		return this;
	}

	/**
	 * Lets the services export to a receiver other than the console's.
	 * @param otlpEndpoint the base address of an OTLP/HTTP receiver
	 * @return this builder
	 */
	public DemoBuilder sendTo(URI otlpEndpoint) {
		this.endpoint = otlpEndpoint;
		return this;
	}

	/**
	 * Leaves the console out; needs {@link #sendTo(URI)}.
	 * @return this builder
	 */
	public DemoBuilder withoutConsole() {
		this.console = false;
		return this;
	}

	/**
	 * Sets how long the processes may take to become ready.
	 * @param patience the longest wait
	 * @return this builder
	 */
	public DemoBuilder patience(Duration patience) {
		this.patience = patience;
		return this;
	}

	/**
	 * Sets who is told what happens, in sentences for a person and on any thread.
	 * @param news the listener
	 * @return this builder
	 */
	public DemoBuilder news(Consumer<String> news) {
		this.news = news;
		return this;
	}

	/**
	 * Ends the description; starts nothing yet.
	 * @return the demo
	 */
	public Demo build() {
		if (!this.console && this.endpoint == null) {
			throw new IllegalStateException("A demo without a console needs sendTo(URI)");
		}
		return new Demo(this);
	}

}
