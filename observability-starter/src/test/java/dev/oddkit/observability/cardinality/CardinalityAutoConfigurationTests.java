package dev.oddkit.observability.cardinality;

import java.util.regex.Pattern;

import dev.oddkit.observability.RunningShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

class CardinalityAutoConfigurationTests {

	@ParameterizedTest
	@CsvSource({ "opentelemetry, http_client_request_duration_seconds_count",
			"micrometer, http_client_requests_seconds_count" })
	void totalsOfMoreThanAHundredUrisAreExact(String conventions, String series) {
		try (RunningShop shop = new RunningShop("observability.naming.conventions=" + conventions)) {
			callDistinctUris(shop.context(), 150);
			String scrape = shop.get("/actuator/prometheus").body();
			double total = Pattern.compile("(?m)^" + series + "\\{.*} (\\S+)$")
				.matcher(scrape)
				.results()
				.mapToDouble((result) -> Double.parseDouble(result.group(1)))
				.sum();
			assertThat(total).isEqualTo(150);
			assertThat(scrape.lines().filter((line) -> line.startsWith(series))).hasSize(101);
		}
	}

	private static void callDistinctUris(ConfigurableApplicationContext context, int count) {
		String port = context.getEnvironment().getProperty("local.server.port");
		RestClient client = context.getBean(RestClient.Builder.class).build();
		for (int i = 0; i < count; i++) {
			client.get().uri("http://localhost:" + port + "/leaf/" + i).retrieve().toBodilessEntity();
		}
	}

}
