package dev.oddkit.demo.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a process of the demo is started with.
 *
 * @param part which process it is
 * @param program the class path and the class to run
 * @param heap the maximum heap in megabytes
 * @param arguments the arguments of that class
 * @param environment variables added to those of the launcher
 * @param grace how long it lives on when the launcher was killed
 */
record ChildCommand(DemoPart part, UnpackedJar program, int heap, List<String> arguments,
		Map<String, String> environment, Duration grace) {

	/** What a user may have set for services of their own would change the demo. */
	private static final List<String> FOREIGN = List.of("OTEL_", "OBSERVABILITY_", "MANAGEMENT_", "SPRING_", "SERVER_",
			"LOGGING_");

	ChildCommand {
		arguments = List.copyOf(arguments);
		environment = Map.copyOf(environment);
	}

	ProcessBuilder toProcess(Path log) {
		List<String> line = new ArrayList<>();
		line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		line.addAll(List.of("-Xmx" + this.heap + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8"));
		line.addAll(List.of("-cp", this.program.classPathAfter(launcher()), ChildMain.class.getName(),
				Long.toString(this.grace.toMillis()), this.program.mainClass()));
		line.addAll(this.arguments);
		ProcessBuilder process = new ProcessBuilder(line);
		process.environment().keySet().removeIf((name) -> FOREIGN.stream().anyMatch(name::startsWith));
		process.environment().putAll(this.environment);
		return process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
	}

	private static Path launcher() {
		try {
			return Path.of(ChildMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
