package dev.oddkit.observability;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Trace;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.support.SpringBootServletInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.SpringServletContainerInitializer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service as a WAR in a container that is not Spring Boot's.
 */
class WarTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@TempDir
	private Path directory;

	@Test
	void requestOfADeployedApplicationIsTracedAndTheEndOfTheContainerFlushes() throws Exception {
		RecordingConsumer received = new RecordingConsumer();
		try (OtlpReceiver receiver = OtlpReceiver.builder(received).build().start()) {
			Initializer.endpoint = receiver.endpoint();
			Tomcat tomcat = start();
			get(tomcat.getConnector().getLocalPort(), "/works");
			tomcat.stop();
			tomcat.destroy();
			assertThat(received.traces()).filteredOn((trace) -> trace.traceId().equals(TRACE_ID))
				.singleElement()
				.extracting(Trace::root)
				.satisfies((span) -> assertThat(span.name()).isEqualTo("GET /works"));
			assertThat(received.logs()).filteredOn((record) -> record.body().equals("deployed"))
				.singleElement()
				.extracting(LogRecord::traceId)
				.isEqualTo(TRACE_ID);
		}
	}

	private Tomcat start() throws Exception {
		Tomcat tomcat = new Tomcat();
		tomcat.setBaseDir(this.directory.toString());
		tomcat.setPort(0);
		Context context = tomcat.addContext("", this.directory.toString());
		context.addServletContainerInitializer(new SpringServletContainerInitializer(), Set.of(Initializer.class));
		tomcat.getConnector();
		tomcat.start();
		return tomcat;
	}

	private static void get(int port, String path) throws Exception {
		HttpResponse<String> response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
				.header("traceparent", "00-" + TRACE_ID + "-00000000000000bb-01")
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(200);
	}

	public static class Initializer extends SpringBootServletInitializer {

		private static String endpoint;

		@Override
		protected SpringApplicationBuilder configure(SpringApplicationBuilder application) {
			return application.sources(Service.class)
				.properties(Map.of("spring.application.name", "war", "observability.exporter.endpoint", endpoint));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Service {

		@GetMapping("/works")
		String works() {
			LoggerFactory.getLogger("shop").info("deployed");
			return "works";
		}

	}

}
