package dev.oddkit.observability.classpath;

import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests for the actuator make no trace, wherever it listens.
 */
class NoiseIT {

	@ParameterizedTest
	@CsvSource({ "servlet, 2, /actuator, management.server.port=0",
			"servlet, 2, /intern, management.server.port=0 management.endpoints.web.base-path=/intern",
			"webflux, 1, /actuator, spring.webflux.base-path=/",
			"webflux, 1, /base/actuator, spring.webflux.base-path=/base",
			"webflux, 2, /actuator, management.server.port=0" })
	void actuatorMakesNoTrace(String name, int server, String actuator, String properties) {
		Start start = RunningApplication.of(name);
		for (String property : properties.split(" ")) {
			start.property(property);
		}
		try (RunningApplication application = start.start()) {
			int port = application.port(server);
			assertThat(application.send("GET", port, actuator + "/health").statusCode()).isEqualTo(200);
			assertThat(application.send("GET", port, actuator + "/prometheus").body()).contains("target_info");
			String prefix = actuator.startsWith("/base") ? "/base" : "";
			String traceId = application.getTraced(prefix + "/greeting/Ada");
			assertThat(application.stop()).isEqualTo(143);
			assertThat(application.received().traces()).extracting(Trace::traceId).containsExactly(traceId);
		}
	}

}
