package dev.oddkit.stack.verify;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The light stack without Docker, on ports of the system's choice.
 */
final class RealStack implements AutoCloseable {

	private static final Http HTTP = new Http();

	private final Path folder;

	private final List<Process> processes = new ArrayList<>();

	private final Map<String, Integer> ports = new HashMap<>();

	private final StringBuilder output = new StringBuilder();

	RealStack(Path folder, Map<String, String> collectorEnvironment) throws Exception {
		this.folder = folder;
		String tempo = Programs.find("tempo");
		String loki = Programs.find("loki");
		String prometheus = Programs.find("prometheus");
		String otelcol = Programs.find("otelcol");
		Map<String, Path> jars = new HashMap<>();
		for (String service : Walk.SHOP) {
			jars.put(service, jar("demo-" + service));
		}
		try {
			start("tempo", List.of(tempo, "-config.file=" + adapted("tempo", "/var/tempo", "4317", "4318"),
					"-server.http-listen-port=" + port("tempo"), "-server.grpc-listen-port=" + port("tempo-grpc")),
					Map.of());
			start("loki", List.of(loki, "-config.file=" + adapted("loki", "/loki"),
					"-server.http-listen-port=" + port("loki"), "-server.grpc-listen-port=" + port("loki-grpc")),
					Map.of());
			start("prometheus", List.of(prometheus, "--config.file=../compose/prometheus/prometheus.yaml",
					"--storage.tsdb.path=" + folder.resolve("prometheus-data"), "--web.enable-otlp-receiver",
					"--enable-feature=exemplar-storage", "--web.listen-address=127.0.0.1:" + port("prometheus")),
					Map.of());
			startCollector(otelcol, collectorEnvironment);
			for (String service : List.of("inventory", "orders", "gateway")) {
				startService(service, jars.get(service));
			}
			await("tempo", "/ready");
			await("loki", "/ready");
			await("prometheus", "/-/ready");
			for (String service : Walk.SHOP) {
				await(service, "/actuator/health");
			}
		}
		catch (Exception | AssertionError ex) {
			close();
			throw ex;
		}
	}

	private void startCollector(String program, Map<String, String> more) throws IOException {
		List<String> command = new ArrayList<>(List.of(program));
		for (String file : List.of("gateway.yaml", "vendor-tempo.yaml", "metrics-prometheus.yaml", "backends.yaml")) {
			command.add("--config=" + CollectorVariant.FOLDER.resolve(file));
		}
		Map<String, String> environment = new HashMap<>(Map.of("QUEUE_DIRECTORY",
				this.folder.resolve("queue").toString(), "HEALTH_ADDRESS", "127.0.0.1:" + port("health"),
				"OTLP_GRPC_ADDRESS", "127.0.0.1:" + port("otlp-grpc"), "OTLP_HTTP_ADDRESS", "127.0.0.1:" + port("otlp"),
				"SELF_HOST", "127.0.0.1", "SELF_PORT", Integer.toString(port("self")), "TRACES_ENDPOINT",
				"127.0.0.1:" + port("4317"), "METRICS_ENDPOINT", url("prometheus") + "/api/v1/otlp", "LOGS_ENDPOINT",
				url("loki") + "/otlp"));
		for (String service : Walk.SHOP) {
			environment.put(service.toUpperCase(Locale.ROOT) + "_TARGET", "127.0.0.1:" + port(service));
		}
		environment.putAll(more);
		start("collector", command, environment);
	}

	private void startService(String name, Path jar) throws IOException {
		start(name,
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xmx192m", "-jar", jar.toString()),
				Map.of("SERVER_PORT", Integer.toString(port(name)), "OTLP_ENDPOINT", url("otlp"),
						"OBSERVABILITY_METRICS_TO", "prometheus", "SHOP_ORDERS_URL", url("orders"),
						"SHOP_INVENTORY_URL", url("inventory")));
	}

	private void start(String name, List<String> command, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(log(name).toFile());
		builder.environment().putAll(environment);
		this.processes.add(builder.start());
	}

	private Path log(String name) {
		return this.folder.resolve(name + ".log");
	}

	private int port(String name) {
		return this.ports.computeIfAbsent(name, (key) -> RunningCollector.freePort());
	}

	private String url(String name) {
		return "http://127.0.0.1:" + port(name);
	}

	/**
	 * The configuration of compose with folders and ports of this run, and nothing else
	 * changed.
	 */
	private Path adapted(String name, String root, String... receivers) throws IOException {
		String config = Files.readString(Path.of("..", "compose", name, name + ".yaml"))
			.replace(" " + root, " " + this.folder.resolve(name + "-data"));
		for (String receiver : receivers) {
			config = config.replace("0.0.0.0:" + receiver, "127.0.0.1:" + port(receiver));
		}
		return Files.writeString(this.folder.resolve(name + ".yaml"), config);
	}

	private void await(String name, String path) throws Exception {
		Awaitility.await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
			boolean ready = HTTP.get(URI.create(url(name) + path)).ok();
			assertThat(ready).as(name + " is not ready:\n" + Files.readString(log(name))).isTrue();
		});
	}

	int verify(String... more) {
		List<String> args = new ArrayList<>(List.of("--gateway=" + url("gateway"),
				"--collector-health=" + url("health"), "--collector-metrics=" + url("self") + "/metrics",
				"--tempo=" + url("tempo"), "--loki=" + url("loki"), "--metrics=" + url("prometheus"), "--grafana=none",
				"--scrape=gateway=" + url("gateway") + "/actuator/prometheus,orders=" + url("orders")
						+ "/actuator/prometheus,inventory=" + url("inventory") + "/actuator/prometheus"));
		Collections.addAll(args, more);
		return VerifyMain.run(args, Map.of(), (line) -> this.output.append(line).append('\n'));
	}

	String output() {
		return this.output.toString();
	}

	private static Path jar(String module) throws IOException {
		Path target = Path.of("..", "..", module, "target");
		Assumptions.assumeTrue(Files.isDirectory(target), module + " is not packaged");
		try (Stream<Path> files = Files.list(target)) {
			return files.filter((file) -> file.toString().endsWith("-exec.jar"))
				.findFirst()
				.orElseGet(() -> Assumptions.abort(module + " is not packaged"));
		}
	}

	@Override
	public void close() throws InterruptedException {
		this.processes.forEach(Process::destroy);
		for (Process process : this.processes) {
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
	}

}
