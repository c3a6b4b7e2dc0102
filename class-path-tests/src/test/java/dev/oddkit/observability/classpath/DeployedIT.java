package dev.oddkit.observability.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.oddkit.observability.otlp.Span;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WAR in a Tomcat that is not Spring Boot's: it comes, goes and comes again while the
 * container runs.
 */
class DeployedIT {

	private static final Path TOMCAT = Applications.target("war").resolve("apache-tomcat-11.0.14");

	private static final Path ARCHIVE = TOMCAT.resolve("webapps/shop.war");

	@Test
	void tracesArriveEachTimeAndNothingOfTheStarterOutlivesTheApplication() throws IOException {
		Path server = TOMCAT.resolve("conf/server.xml");
		Files.writeString(server,
				Files.readString(server)
					.replace("port=\"8005\"", "port=\"-1\"")
					.replace("<Connector port=\"8080\"", "<Connector port=\"0\" address=\"127.0.0.1\"")
					.replace("<Engine name=", "<Engine backgroundProcessorDelay=\"1\" name="));
		deploy();
		try (RunningApplication application = RunningApplication.of("war").container(TOMCAT).start()) {
			traced(application);
			undeploy();
			deploy();
			Eventually.so("the application is deployed again",
					() -> application.log().split("archive .* has finished").length > 2);
			traced(application);
			undeploy();
			assertThat(application.stop()).as(application.log()).isEqualTo(143);
			// The Prometheus client has a thread for the exemplars of the whole JVM
			assertThat(application.log().lines()).filteredOn((line) -> line.contains("has failed to stop it"))
				.allMatch((line) -> line.contains("[prometheus-metrics-scheduler-0]"));
			assertThat(application.log()).doesNotContain("io.opentelemetry.sdk.", "created a ThreadLocal");
		}
	}

	private static void traced(RunningApplication application) {
		String traceId = application.getTraced("/shop/greeting/Ada");
		application.trace(traceId, 1);
		assertThat(application.spans(traceId)).extracting(Span::name).containsExactly("GET /greeting/{name}");
	}

	private static void deploy() throws IOException {
		// Tomcat would take an archive that is not complete
		Path next = Files.copy(Applications.target("war").resolve("war-1.war"), TOMCAT.resolve("next.war"));
		Files.move(next, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
	}

	private static void undeploy() throws IOException {
		Files.delete(ARCHIVE);
		Eventually.so("the application is gone", () -> Files.notExists(ARCHIVE.resolveSibling("shop")));
	}

}
