package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running process of the demo and its log file.
 */
final class ChildProcess {

	private static final int TAIL = 32 * 1024;

	private final ChildCommand command;

	private final Process process;

	private final Path log;

	private final long logStart;

	private ChildProcess(ChildCommand command, Process process, Path log, long logStart) {
		this.command = command;
		this.process = process;
		this.log = log;
		this.logStart = logStart;
	}

	static ChildProcess start(ChildCommand command, Path log) {
		try {
			long logStart = Files.exists(log) ? Files.size(log) : 0;
			return new ChildProcess(command, command.toProcess(log).start(), log, logStart);
		}
		catch (IOException ex) {
			throw new DemoFailure("The " + command.part().label() + " process could not be started: " + ex.getMessage(),
					ex);
		}
	}

	ChildCommand command() {
		return this.command;
	}

	DemoPart part() {
		return this.command.part();
	}

	Process process() {
		return this.process;
	}

	Path log() {
		return this.log;
	}

	boolean logged(String text) {
		return read(this.logStart).contains(text);
	}

	List<String> lastLines(int count) {
		List<String> lines = read(this.logStart).lines().toList();
		return lines.subList(Math.max(0, lines.size() - count), lines.size());
	}

	/**
	 * Asks the process to end, without waiting for it.
	 */
	void stop() {
		try (OutputStream input = this.process.getOutputStream()) {
			input.write(ChildMain.STOP);
		}
		catch (IOException ex) {
			// it has ended already, or is about to: its input is closed
		}
	}

	/**
	 * Waits for the process to end and kills it when it does not.
	 * @param deadline the {@link System#nanoTime()} until which it may take its time
	 * @return whether it ended by itself
	 */
	boolean awaitEnd(long deadline) {
		try {
			if (this.process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
				return true;
			}
			this.process.destroyForcibly().waitFor(Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		return false;
	}

	private String read(long from) {
		try (SeekableByteChannel channel = Files.newByteChannel(this.log)) {
			channel.position(Math.max(from, channel.size() - TAIL));
			ByteBuffer bytes = ByteBuffer.allocate(TAIL);
			while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
				continue;
			}
			return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
