package dev.oddkit.observability.exporter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program in a JVM of its own, with the class path of the test.
 */
final class RunningProgram {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final Duration patience;

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final Map<String, Long> times = new ConcurrentHashMap<>();

	private final Thread reader;

	private volatile long ended;

	private RunningProgram(Process process, Duration patience) {
		this.process = process;
		this.patience = patience;
		this.reader = new Thread(this::read, "output of the program");
		this.reader.start();
	}

	static RunningProgram start(Class<?> main, Duration patience, String[] arguments, String... more)
			throws IOException {
		return start(System.getProperty("java.class.path"), main, patience, arguments, more);
	}

	static RunningProgram start(String classPath, Class<?> main, Duration patience, String[] arguments, String... more)
			throws IOException {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				classPath, main.getName(), "--spring.main.web-application-type=none", "--spring.main.banner-mode=off"));
		command.addAll(Arrays.asList(more));
		List<String> keys = Arrays.stream(arguments).map((argument) -> argument.split("=")[0] + "=").toList();
		command.removeIf((argument) -> keys.stream().anyMatch(argument::startsWith));
		command.addAll(Arrays.asList(arguments));
		return new RunningProgram(new ProcessBuilder(command).redirectErrorStream(true).start(), patience);
	}

	private void read() {
		try (BufferedReader output = this.process.inputReader()) {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				this.lines.add(line);
				this.times.put(line, System.nanoTime());
			}
			this.process.waitFor();
			this.ended = System.nanoTime();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	String await(String text) {
		return Awaitility.await("\"" + text + "\" in the output")
			.atMost(this.patience)
			.until(() -> this.lines.stream().filter((line) -> line.contains(text)).findFirst().orElse(""),
					(line) -> !line.isEmpty());
	}

	int port() {
		Matcher port = PORT.matcher(await("Tomcat started on port"));
		assertThat(port.find()).isTrue();
		return Integer.parseInt(port.group(1));
	}

	/**
	 * Send SIGTERM. The process itself would close its output, too.
	 */
	void terminate() {
		this.process.toHandle().destroy();
	}

	int exitCode() throws InterruptedException {
		boolean ended = this.process.waitFor(this.patience.toSeconds(), TimeUnit.SECONDS);
		if (!ended) {
			this.process.destroyForcibly();
		}
		this.reader.join();
		assertThat(ended).as(this::toString).isTrue();
		return this.process.exitValue();
	}

	List<String> lines() {
		return this.lines;
	}

	double secondsAfter(String text) {
		String line = await(text);
		return (this.ended - this.times.get(line)) / 1e9;
	}

	@Override
	public String toString() {
		return "the program that printed\n" + String.join("\n", this.lines);
	}

}
