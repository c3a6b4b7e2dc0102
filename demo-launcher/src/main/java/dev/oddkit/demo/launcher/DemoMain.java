package dev.oddkit.demo.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the demo for a person and runs until it is interrupted. Ends with a sentence and
 * exit code 1 where the demo cannot start.
 */
public final class DemoMain {

	private final Progress progress = new Progress(System.out);

	private final Demo demo;

	private final Flags flags;

	private DemoMain(String jars, Path folder, Flags flags) {
		DemoBuilder builder = Demo.builder(jars, folder).news(this.progress::step);
		flags.ports().forEach(builder::port);
		this.demo = builder.build();
		this.flags = flags;
	}

	/**
	 * Starts the demo; flags are system properties.
	 * @param args the path of the runnable jars, with <code>{module}</code> in place of
	 * the name of the module, and the folder for logs and unpacked programs
	 */
	public static void main(String[] args) {
		try {
			Flags flags = Flags.parse(System.getProperties());
			if (flags.help()) {
				System.out.println(Flags.usage());
				System.exit(0);
			}
			new DemoMain(args[0], Path.of(args[1]), flags).run();
		}
		catch (DemoFailure ex) {
			System.out.flush();
			System.err.println(System.lineSeparator() + ex.getMessage());
			System.exit(1);
		}
	}

	private void run() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "demo-stop"));
		this.progress.print("Demo: a console and three services, each a process of its own; ready in some ten seconds");
		this.demo.start();
		SampleOrders orders = new SampleOrders(this.demo.url(DemoPort.GATEWAY));
		orders.place();
		this.progress.step(orders.toString());
		showLinks(orders);
		waitForever();
	}

	private void showLinks(SampleOrders orders) {
		URI console = this.demo.url(DemoPort.CONSOLE).resolve("/");
		this.progress.print("");
		this.progress.line("Shop", this.demo.url(DemoPort.GATEWAY).resolve("/"));
		this.progress.line("Console", console);
		if (orders.trace() != null) {
			this.progress.line("A trace", console.resolve("#/trace/" + orders.trace()));
		}
		this.progress.line("Logs", this.demo.log(DemoPart.CONSOLE).getParent());
		String memory = memory();
		if (!memory.isEmpty()) {
			this.progress.line("Memory", memory);
		}
		if (this.flags.open()
				&& !(Browser.open(this.demo.url(DemoPort.GATEWAY).resolve("/")) && Browser.open(console))) {
			this.progress.line("Browser", "none could be opened here; the links above work in any");
		}
		this.progress.print(System.lineSeparator() + "Ctrl-C ends all of it.");
	}

	private String memory() {
		return Stream.of(DemoPart.values()).flatMap((part) -> {
			OptionalLong megabytes = Memory.resident(this.demo.process(part).pid());
			return megabytes.stream().mapToObj((number) -> part.label() + " " + number + " MB");
		}).collect(Collectors.joining(", "));
	}

	private void stop() {
		if (!this.demo.closed()) {
			this.progress.print("");
			this.progress.step("Ending the services, then the console");
			this.demo.close();
			this.progress.step("All processes have ended");
		}
	}

	private static void waitForever() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
