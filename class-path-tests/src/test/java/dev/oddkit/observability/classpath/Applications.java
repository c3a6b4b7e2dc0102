package dev.oddkit.observability.classpath;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The applications under {@code src/test/projects}, built by one run of Maven with a
 * repository of its own that holds the starter.
 */
final class Applications {

	private static final Path REACTOR = Path.of(System.getProperty("class-path-tests.reactor"));

	private static final Path FOLDER = Path.of(System.getProperty("class-path-tests.folder")).toAbsolutePath();

	private static final String VERSION = System.getProperty("class-path-tests.version");

	private static final RecordingConsumer RECEIVED = new RecordingConsumer();

	private static final Path PROJECTS = build();

	private Applications() {
	}

	/**
	 * Returns what an application needs to run.
	 * @param application the name of its folder
	 * @return its classes and its dependencies
	 */
	static List<Path> classPath(String application) {
		Path target = target(application);
		try {
			String dependencies = Files.readString(target.resolve("class-path"));
			return Stream
				.concat(Stream.of(target.resolve("classes")),
						Arrays.stream(dependencies.split(File.pathSeparator)).map(Path::of))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns what the build of an application made.
	 * @param application the name of its folder
	 * @return the folder
	 */
	static Path target(String application) {
		return PROJECTS.resolve(application).resolve("target");
	}

	/**
	 * Returns a folder for the files of a test.
	 * @return an existing folder
	 */
	static Path folder() {
		return FOLDER;
	}

	/**
	 * Returns what arrived while the applications were built and tested.
	 * @return all of it
	 */
	static RecordingConsumer receivedFromBuild() {
		return RECEIVED;
	}

	private static Path build() {
		try (OtlpReceiver receiver = OtlpReceiver.builder(RECEIVED).build().start()) {
			Path repository = FOLDER.resolve("repository");
			install(repository);
			Path projects = FOLDER.resolve("projects");
			copy(REACTOR.resolve("class-path-tests/src/test/projects"), projects);
			FiveLines.apply(REACTOR.resolve("docs/how-to/your-service.md"), projects.resolve("your-service"));
			maven(projects, repository, receiver.endpoint());
			return projects;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void install(Path repository) throws IOException {
		install(repository, "observability", REACTOR.resolve("pom.xml"));
		install(repository, "observability-bom", REACTOR.resolve("observability-bom/pom.xml"));
		for (String module : new String[] { "observability-cardinality", "observability-starter" }) {
			Path folder = REACTOR.resolve(module);
			install(repository, module, folder.resolve("pom.xml"));
			install(repository, module, folder.resolve("target/" + module + "-" + VERSION + ".jar"));
		}
	}

	private static void install(Path repository, String artifact, Path file) throws IOException {
		String extension = file.toString().endsWith(".jar") ? ".jar" : ".pom";
		Path folder = Files.createDirectories(repository.resolve("dev/oddkit").resolve(artifact).resolve(VERSION));
		Files.copy(file, folder.resolve(artifact + "-" + VERSION + extension), StandardCopyOption.REPLACE_EXISTING);
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> paths = Files.walk(from)) {
			for (Path path : (Iterable<Path>) paths::iterator) {
				Path target = to.resolve(from.relativize(path).toString());
				if (Files.isDirectory(path)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
				}
			}
		}
	}

	private static void maven(Path projects, Path repository, String endpoint) throws IOException {
		boolean windows = File.separatorChar == '\\';
		Path output = FOLDER.resolve("maven.log");
		ProcessBuilder maven = new ProcessBuilder(
				Path.of(System.getProperty("maven.home"), "bin", windows ? "mvn.cmd" : "mvn").toString(), "-B", "-ntp",
				"-Dmaven.repo.local=" + repository,
				"-Dmaven.repo.local.tail=" + System.getProperty("class-path-tests.downloads"),
				"-Dobservability.version=" + VERSION, "-Dmdep.outputFile=target/class-path", "prepare-package",
				"dependency:build-classpath")
			.directory(projects.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
		maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1");
		maven.environment().put("OBSERVABILITY_EXPORTER_ENDPOINT", endpoint);
		try {
			assertThat(maven.start().waitFor()).as("Exit code of Maven, see %s", output).isZero();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
