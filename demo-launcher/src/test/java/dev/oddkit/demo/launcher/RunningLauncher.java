package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The launcher as a process of its own, with what it printed.
 */
final class RunningLauncher implements AutoCloseable {

	private final Process process;

	private final Path output;

	RunningLauncher(Path folder, String... flags) throws IOException {
		this.output = Files.createTempFile(folder, "launcher", ".out");
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(Stream.of(flags).map("-D"::concat).toList());
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), DemoMain.class.getName(),
				StandIns.jars(folder), folder.toString()));
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.output.toFile())
			.start();
	}

	static RunningLauncher onFreePorts(Path folder, String... flags) throws IOException {
		return new RunningLauncher(folder,
				Stream.concat(Stream.of(DemoPort.values()).map((port) -> port.flag() + "=0"), Stream.of(flags))
					.toArray(String[]::new));
	}

	RunningLauncher untilReady() {
		Eventually.so("the launcher is done: " + output(), () -> output().contains("Ctrl-C ends all of it."));
		return this;
	}

	Process process() {
		return this.process;
	}

	/**
	 * Returns the processes of the demo; those of a launcher that was killed are found
	 * only if asked for before.
	 * @return the child processes
	 */
	List<ProcessHandle> children() {
		return this.process.descendants().toList();
	}

	int exitCode() throws InterruptedException {
		if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
			throw new AssertionError("The launcher still runs: " + output());
		}
		return this.process.exitValue();
	}

	String output() {
		try {
			return Files.readString(this.output);
		}
		catch (IOException ex) {
			return "";
		}
	}

	@Override
	public void close() {
		children().forEach(ProcessHandle::destroyForcibly);
		this.process.destroyForcibly();
	}

}
