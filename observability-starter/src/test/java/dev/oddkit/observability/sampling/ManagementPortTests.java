package dev.oddkit.observability.sampling;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ManagementPortTests {

	@Test
	void probesOnAPortOfTheirOwnMakeNoSpan() throws IOException, InterruptedException {
		try (RunningShop shop = new RunningShop("management.server.port=0")) {
			String port = shop.context().getEnvironment().getProperty("local.management.port");
			String noise = "0123456789abcdef0123456789abcdef";
			HttpRequest probe = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
				.header("traceparent", "00-" + noise + "-00000000000000bb-01")
				.build();
			assertThat(HttpClient.newHttpClient().send(probe, HttpResponse.BodyHandlers.ofString()).statusCode())
				.isEqualTo(200);
			shop.trace(shop.getTraced("/outer"), 7);
			assertThat(shop.received().spans()).noneMatch((span) -> span.traceId().equals(noise));
		}
	}

}
