package dev.oddkit.demo.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.oddkit.demo.launcher.DemoMain;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The launcher as a person starts it, on free ports, with what it printed.
 */
final class LauncherProcess implements AutoCloseable {

	private final Process process;

	private final Path output;

	private LauncherProcess(Class<?> test) throws IOException {
		Path folder = Files.createDirectories(Places.folder(test));
		this.output = folder.resolve("launcher.out");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Ddemo.port=0", "-Ddemo.otlp-port=0", "-Ddemo.console-port=0", "-cp",
				System.getProperty("java.class.path"), DemoMain.class.getName(), Places.jars(), folder.toString()));
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.toFile())
			.start();
		Eventually.so("the launcher shows its links", () -> output().contains("Ctrl-C") || !this.process.isAlive());
		assertThat(this.process.isAlive()).as(output()).isTrue();
	}

	static LauncherProcess start(Class<?> test) throws IOException {
		return new LauncherProcess(test);
	}

	URI link(String label) {
		Matcher line = Pattern.compile("^ +" + label + " +(http\\S+)$", Pattern.MULTILINE).matcher(output());
		assertThat(line.find()).as(output()).isTrue();
		return URI.create(line.group(1));
	}

	String output() {
		try {
			return Files.exists(this.output) ? Files.readString(this.output) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> log(String service) throws IOException {
		return Files.readAllLines(this.output.resolveSibling("logs").resolve(service + ".log"));
	}

	List<ProcessHandle> children() {
		return this.process.descendants().toList();
	}

	/**
	 * Finds the console among the processes by its arguments.
	 * @return the process
	 */
	ProcessHandle console() {
		return children().stream()
			.filter((child) -> Stream.of(child.info().arguments().orElse(new String[0]))
				.anyMatch((argument) -> argument.startsWith("--otlp-port")))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Interrupts the launcher as Ctrl-C does, or asks it to end where that is ignored, as
	 * by a job in the background.
	 * @return how long it took to end
	 */
	Duration interrupt() throws IOException, InterruptedException {
		Process sleep = new ProcessBuilder("sleep", "2").start();
		signal("INT", sleep);
		String signal = (sleep.waitFor() == 0) ? "TERM" : "INT";
		long begin = System.nanoTime();
		signal(signal, this.process);
		assertThat(this.process.waitFor(30, TimeUnit.SECONDS)).as(output()).isTrue();
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	private static void signal(String name, Process process) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.process.destroyForcibly();
	}

}
