package dev.oddkit.stack.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real shop, Collector, Tempo, Loki and Prometheus with the configurations of
 * {@code deploy}: each hop works, and a hop that is broken on purpose is named. Needs the
 * programs on the path and the packaged services.
 */
class StackTests {

	@TempDir
	Path folder;

	@Test
	void worksFromTheOrderToItsExemplar() throws Exception {
		try (RealStack stack = new RealStack(this.folder, Map.of())) {
			assertThat(stack.verify("--patience=120")).as(stack.output()).isZero();
			assertThat(stack.verify("--patience=60", "--service=orders")).as(stack.output()).isZero();
		}
	}

	@Test
	void namesTheHopThatIsBrokenOnPurpose() throws Exception {
		try (RealStack stack = new RealStack(this.folder, Map.of("TRACES_ENDPOINT", "127.0.0.1:1"))) {
			assertThat(stack.verify("--patience=20")).isEqualTo(1);
			assertThat(stack.output()).contains("BROKEN  Collector -> Tempo", "TRACES_ENDPOINT of the Collector");
		}
	}

	@Test
	void isAcceptedByTempo() throws Exception {
		assertAccepted("tempo", "-config.verify", "-config.file=" + file("tempo/tempo.yaml"));
	}

	@Test
	void isAcceptedByLoki() throws Exception {
		assertAccepted("loki", "-verify-config", "-config.file=" + file("loki/loki.yaml"));
	}

	@Test
	void isAcceptedByPrometheus() throws Exception {
		Assumptions.assumeTrue(output("promtool", "--version").contains("version 3."),
				"that of a distribution may be too old for OTLP");
		assertAccepted("promtool", "check", "config", "--syntax-only", file("prometheus/prometheus.yaml"));
	}

	@Test
	void isAcceptedByCompose() throws Exception {
		for (String vendor : List.of("tempo", "jaeger", "tempo-jaeger", "otlp", "datadog", "datadog-exporter")) {
			for (String size : List.of("full", "light")) {
				Programs.Result result = Programs.run(
						List.of(Programs.find("docker-compose"), "-f",
								Path.of("..", "compose", "compose.yaml").toString(), "config", "--services"),
						Map.of("VENDOR", vendor, "STACK", size));
				assertThat(result.status()).as(result.output()).isZero();
				assertThat(result.output().lines()).contains(size.equals("full") ? "mimir" : "prometheus")
					.doesNotContain(size.equals("full") ? "prometheus" : "mimir");
				assertThat(result.output().lines().anyMatch("jaeger"::equals)).isEqualTo(vendor.contains("jaeger"));
			}
		}
	}

	private static String file(String name) {
		Path file = Path.of("..", "compose", name);
		assertThat(Files.exists(file)).isTrue();
		return file.toString();
	}

	private static void assertAccepted(String... command) throws Exception {
		Programs.Result result = run(command);
		assertThat(result.status()).as(result.output()).isZero();
	}

	private static String output(String... command) throws Exception {
		return run(command).output();
	}

	private static Programs.Result run(String... command) throws Exception {
		List<String> found = new ArrayList<>(List.of(command));
		found.set(0, Programs.find(command[0]));
		return Programs.run(found, Map.of());
	}

}
