package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Reads how much memory a process holds, where the system tells it as a file.
 */
final class Memory {

	private Memory() {
	}

	/**
	 * Returns the resident memory of a process.
	 * @param pid the process
	 * @return megabytes, or nothing if this system does not tell
	 */
	static OptionalLong resident(long pid) {
		try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
			return lines.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst();
		}
		catch (IOException ex) {
			return OptionalLong.empty();
		}
	}

}
