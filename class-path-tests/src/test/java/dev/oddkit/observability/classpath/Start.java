package dev.oddkit.observability.classpath;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;

/**
 * What to start, and how.
 */
final class Start {

	private final String application;

	private final List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));

	private final List<String> arguments = new ArrayList<>();

	private final List<String> environment = new ArrayList<>();

	private final List<Path> classPath = new ArrayList<>();

	private String main = "com.example.WebApplication";

	private String archive = "";

	private boolean deployed;

	Start(String application) {
		this.application = application;
	}

	Start main(String main) {
		this.main = main;
		return this;
	}

	/**
	 * Starts an archive instead of a class on a class path.
	 * @param archive the name of its file
	 * @return this
	 */
	Start archive(String archive) {
		this.archive = archive;
		return this;
	}

	/**
	 * Starts a Tomcat with the application in it instead of a class of the application.
	 * @param tomcat the folder of the Tomcat
	 * @return this
	 */
	Start container(Path tomcat) {
		this.deployed = true;
		this.main = "org.apache.catalina.startup.Bootstrap";
		this.classPath.addAll(List.of(tomcat.resolve("bin/bootstrap.jar"), tomcat.resolve("bin/tomcat-juli.jar")));
		this.options.addAll(List.of("-Dcatalina.home=" + tomcat, "-Dcatalina.base=" + tomcat,
				"-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
				"-Djava.util.logging.config.file=" + tomcat.resolve("conf/logging.properties"),
				"--add-opens=java.base/java.lang=ALL-UNNAMED"));
		return this;
	}

	/**
	 * Adds an argument of the program, if it begins with two hyphens, or an option of the
	 * JVM.
	 */
	Start option(String option) {
		(option.startsWith("--") ? this.arguments : this.options).add(option);
		return this;
	}

	Start classPath(Path path) {
		this.classPath.add(path);
		return this;
	}

	Start property(String property) {
		this.arguments.add("--" + property);
		return this;
	}

	Start environment(String name, String value) {
		this.environment.addAll(List.of(name, value));
		return this;
	}

	RunningApplication start() {
		RecordingConsumer received = new RecordingConsumer();
		try {
			OtlpReceiver receiver = OtlpReceiver.builder(received).build().start();
			Path log = Files.createTempFile(Files.createDirectories(Applications.folder().resolve("logs")),
					this.application + "-", ".log");
			return new RunningApplication(received, receiver, process(receiver, log).start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ProcessBuilder process(OtlpReceiver receiver, Path log) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(this.archive.isEmpty() ? List.of("-cp", classPath(), this.main)
				: List.of("-jar", Applications.target(this.application).resolve(this.archive).toString()));
		command.addAll(this.deployed ? List.of("start") : List.of("--server.port=0", "--spring.main.banner-mode=off",
				"--spring.application.name=" + this.application));
		command.addAll(this.arguments);
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		process.environment().put("OBSERVABILITY_EXPORTER_ENDPOINT", receiver.endpoint());
		process.environment().put("OTEL_BSP_SCHEDULE_DELAY", "50");
		process.environment().put("OTEL_BLRP_SCHEDULE_DELAY", "50");
		for (int i = 0; i < this.environment.size(); i += 2) {
			process.environment()
				.put(this.environment.get(i), this.environment.get(i + 1).replace("{endpoint}", receiver.endpoint()));
		}
		return process;
	}

	private String classPath() {
		if (!this.deployed) {
			this.classPath.addAll(Applications.classPath(this.application));
		}
		return this.classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
	}

}
