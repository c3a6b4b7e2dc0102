package dev.oddkit.demo.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The demo as processes of its own: three services and, unless switched off, the console.
 * Each of them ends with the JVM that started it, however that one ends.
 *
 * <pre>{@code
 * try (Demo demo = Demo.builder(jars, folder).sendTo(receiver).withoutConsole().build()) {
 *     demo.start();
 *     ... demo.url(DemoPort.GATEWAY) ...
 * }
 * }</pre>
 */
public final class Demo implements AutoCloseable {

	private final Workplace workplace;

	private final Children children;

	private final Map<DemoPort, Integer> wanted;

	private final @Nullable URI endpoint;

	private final boolean console;

	private final Duration patience;

	private final Consumer<String> news;

	private volatile @Nullable Ports ports;

	Demo(DemoBuilder builder) {
		this.workplace = new Workplace(builder.jars, builder.folder);
		this.children = new Children(this.workplace);
		this.wanted = new EnumMap<>(builder.ports);
		this.endpoint = builder.endpoint;
		this.console = builder.console;
		this.patience = builder.patience;
		this.news = builder.news;
		if (!this.console) {
			this.wanted.keySet().removeAll(List.of(DemoPort.CONSOLE, DemoPort.OTLP));
		}
	}

	/**
	 * Begins the description of a demo on free ports, with a console.
	 * @param jars the path of the runnable jars, with <code>{module}</code> in place of
	 * the name of the module
	 * @param folder where logs and unpacked programs go, one demo at a time
	 * @return a builder
	 */
	public static DemoBuilder builder(String jars, Path folder) {
		return new DemoBuilder(jars, folder);
	}

	/**
	 * Starts all processes and returns when each of them does its work.
	 * @throws DemoFailure if a port is taken, or a process ends or is not ready in time;
	 * nothing is left running then
	 */
	public void start() {
		try {
			this.workplace.occupy();
			Ports chosen = Ports.choose(this.wanted);
			this.ports = chosen;
			startAndWait(chosen);
		}
		catch (DemoFailure ex) {
			if (closed()) {
				throw new DemoFailure("The demo was ended while it started.", ex);
			}
			close();
			throw ex;
		}
	}

	private void startAndWait(Ports chosen) {
		String consoleUrl = this.console ? chosen.url(DemoPort.CONSOLE) : null;
		String target = (this.endpoint != null) ? this.endpoint.toString() : chosen.url(DemoPort.OTLP);
		Commands commands = new Commands(chosen, target, consoleUrl);
		List<ChildProcess> processes = new ArrayList<>();
		for (DemoPart part : parts()) {
			processes.add(this.children.start(commands.command(part, this.workplace.unpack(part))));
		}
		Readiness readiness = new Readiness(chosen, this.patience);
		readiness.await(processes, this.news);
		Supervision supervision = new Supervision(this.children, readiness, this.news);
		processes.forEach(supervision::watch);
	}

	private List<DemoPart> parts() {
		List<DemoPart> parts = new ArrayList<>(List.of(DemoPart.values()));
		if (!this.console) {
			parts.remove(DemoPart.CONSOLE);
		}
		return parts;
	}

	/**
	 * Returns where something of the demo listens.
	 * @param port what is looked for; the console and its receiver only if there is one
	 * @return the address, without a path
	 */
	public URI url(DemoPort port) {
		Ports current = this.ports;
		if (current == null) {
			throw new IllegalStateException("The demo was not started");
		}
		return URI.create(current.url(port));
	}

	/**
	 * Returns the process that currently is a part of the demo.
	 * @param part the part
	 * @return its process, which may have ended
	 */
	public ProcessHandle process(DemoPart part) {
		ChildProcess process = this.children.get(part);
		if (process == null) {
			throw new IllegalStateException("The demo has no " + part.label() + " process");
		}
		return process.process().toHandle();
	}

	/**
	 * Returns the file with what a part of the demo prints.
	 * @param part the part
	 * @return the log file, which need not exist yet
	 */
	public Path log(DemoPart part) {
		return this.workplace.log(part);
	}

	/**
	 * Ends the services, then the console, killing what does not end in time. At most
	 * some five seconds later no process of the demo is left.
	 */
	@Override
	public void close() {
		this.children.stop()
			.forEach(
					(part) -> this.news.accept("The " + part.label() + " process did not end in time and was killed."));
		this.workplace.leave();
	}

	boolean closed() {
		return this.children.stopping();
	}

}
