package dev.oddkit.observability.overhead;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;

/**
 * Compares what a service costs with and without the starter and prints
 * {@code docs/benchmarks/overhead.csv}: one process for each row, the arms in a new order
 * each round. Ten rounds take half an hour; nothing else should run on the machine.
 */
final class Overhead {

	private static final int REQUESTS = 5000;

	/**
	 * After some 36000 the compiler of the JVM has nothing left to do.
	 */
	private static final int WARM_UP = 40000;

	private static final String BENCHMARKS = "jmh-|jopt-|commons-math3|spectator";

	private static final String STARTER = "observability-starter|observability-cardinality|aspectj";

	private static final String TELEMETRY = "opentelemetry|okhttp|okio|kotlin|micrometer-tracing|prometheus|jackson-(core|databind)-2";

	private static final Path LIBRARIES = Path.of("benchmarks/target/lib");

	private static final Path SERVICE = Path.of("benchmarks/target/overhead-service.jar");

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Arm arm;

	private final int port;

	private final Process process;

	private final long started = System.nanoTime();

	private Overhead(Arm arm, int sink, String option) throws IOException {
		this.arm = arm;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", option, "-cp",
						arm.classPath(), OverheadService.class.getName(), "--server.port=" + this.port,
						"--management.endpoints.web.exposure.include=health,prometheus"));
		arm.settings().forEach((setting) -> command.add(setting.replace("SINK", "http://127.0.0.1:" + sink)));
		this.process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
	}

	/**
	 * Print the rows.
	 * @param args the number of rounds, and {@code archive} to have the classes of each
	 * arm in an archive of class data
	 */
	public static void main(String[] args) throws IOException {
		boolean archive = args.length > 1 && args[1].equals("archive");
		HttpServer sink = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		sink.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work);
			thread.setDaemon(true);
			return thread;
		}));
		sink.createContext("/", (exchange) -> {
			try (exchange) {
				exchange.getRequestBody().readAllBytes();
				exchange.sendResponseHeaders(200, -1);
			}
		});
		sink.start();
		System.out.println("round,arm,start_ms,start_cpu_ms,request_cpu_us,request_p50_us,request_p95_us,"
				+ "request_allocated_bytes,heap_kib,threads,classes");
		List<Arm> arms = new ArrayList<>(List.of(Arm.values()));
		int port = sink.getAddress().getPort();
		jar();
		if (archive) {
			for (Arm arm : arms) {
				new Overhead(arm, port, "-XX:ArchiveClassesAtExit=" + arm.archive()).startAndEnd();
			}
		}
		for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
			Collections.shuffle(arms);
			for (Arm arm : arms) {
				String option = archive ? "-XX:SharedArchiveFile=" + arm.archive() : "-Xshare:auto";
				System.out.println(round + "," + arm.name().toLowerCase() + (archive ? "_archived," : ",")
						+ new Overhead(arm, port, option).row(archive ? 0 : WARM_UP));
			}
		}
		sink.stop(0);
	}

	/**
	 * Put the service into a jar: an archive of class data is not made of directories.
	 */
	private static void jar() {
		ToolProvider.findFirst("jar")
			.orElseThrow()
			.run(System.err, System.err, "cf", SERVICE.toString(), "-C", "benchmarks/target/classes", ".");
	}

	private void startAndEnd() {
		awaitAnswer();
		this.process.destroy();
		this.process.onExit().join();
	}

	private void awaitAnswer() {
		while (get("work") == null) {
			LockSupport.parkNanos(2_000_000);
		}
	}

	private String row(int warmUp) {
		try {
			awaitAnswer();
			long start = System.nanoTime() - this.started;
			long startCpu = cpu();
			requests(warmUp);
			long[] before = stats();
			long cpu = cpu();
			long[] times = requests(REQUESTS);
			double perRequest = (cpu() - cpu) / 1e3 / REQUESTS;
			long[] after = stats();
			return "%d,%d,%.0f,%d,%d,%d,%d,%d,%d".formatted(start / 1_000_000, startCpu / 1_000_000, perRequest,
					times[REQUESTS / 2] / 1000, times[REQUESTS * 95 / 100] / 1000, (after[0] - before[0]) / REQUESTS,
					after[1] / 1024, after[2], after[3]);
		}
		finally {
			this.process.destroyForcibly();
			this.process.onExit().join();
		}
	}

	private long cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
	}

	private long[] stats() {
		return Arrays.stream(get("stats").split(",")).mapToLong(Long::parseLong).toArray();
	}

	private long[] requests(int number) {
		long[] times = new long[number];
		for (int i = 0; i < number; i++) {
			long start = System.nanoTime();
			get("work");
			times[i] = System.nanoTime() - start;
		}
		Arrays.sort(times);
		return times;
	}

	private String get(String path) {
		if (!this.process.isAlive()) {
			throw new IllegalStateException(this.arm + " ended with " + this.process.exitValue());
		}
		try {
			return client
				.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/" + path)).build(),
						HttpResponse.BodyHandlers.ofString())
				.body();
		}
		catch (java.net.ConnectException ex) {
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What is compared: class path and settings.
	 */
	private enum Arm {

		/**
		 * Spring Boot with Actuator.
		 */
		NONE(STARTER + "|" + TELEMETRY),

		/**
		 * Spring Boot's own tracing and log export by OTLP and its scrape, every trace.
		 */
		BOOT(STARTER + "|opentelemetry-.*2\\.31|opentelemetry-.*1\\.59", "--management.tracing.sampling.probability=1",
				"--management.opentelemetry.tracing.export.otlp.endpoint=SINK/v1/traces",
				"--management.opentelemetry.logging.export.otlp.endpoint=SINK/v1/logs"),

		/**
		 * The starter as it is: 100 new traces a second, all log records, a scrape.
		 */
		STARTER_DEFAULT("nothing", "--observability.exporter.endpoint=SINK"),

		/**
		 * The starter with every trace.
		 */
		STARTER_ALL("nothing", "--observability.exporter.endpoint=SINK",
				"--observability.sampling.max-traces-per-second=-1"),

		/**
		 * The starter on the class path, switched off.
		 */
		STARTER_OFF("nothing", "--observability.enabled=false");

		private final Pattern left;

		private final List<String> settings;

		Arm(String left, String... settings) {
			this.left = Pattern.compile(BENCHMARKS + "|" + left);
			this.settings = List.of(settings);
		}

		String classPath() {
			try (Stream<Path> libraries = Files.list(LIBRARIES)) {
				return Stream.concat(Stream.of(SERVICE), libraries)
					.filter((entry) -> !this.left.matcher(entry.getFileName().toString()).find())
					.map((entry) -> entry.toAbsolutePath().toString())
					.collect(Collectors.joining(File.pathSeparator));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(
						LIBRARIES + " is not there: package the module, start in the project's folder", ex);
			}
		}

		Path archive() {
			return SERVICE.resolveSibling(name().toLowerCase() + ".jsa");
		}

		List<String> settings() {
			return this.settings;
		}

	}

}
