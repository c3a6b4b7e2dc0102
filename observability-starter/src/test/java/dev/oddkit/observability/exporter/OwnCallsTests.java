package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.oddkit.observability.UserExporters;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An exporter of the application that works with the clients which the application has.
 */
class OwnCallsTests {

	@Test
	void callsOfAnExporterMakeNoSpansThatItWouldExportNext() {
		try (FaultyBackend backend = new FaultyBackend(); Emitter emitter = new Emitter(Archive.class, backend)) {
			AtomicInteger archived = emitter.context().getBean(Archive.class).archived;
			for (int i = 1; i <= 3; i++) {
				int expected = i;
				emitter.emit(1);
				await().atMost(Duration.ofSeconds(10)).until(() -> archived.get() >= expected);
			}
			assertThat(emitter.emitted(Signal.TRACES)).isEqualTo(3);
			assertThat(archived).hasValue(3);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Archive {

		private final AtomicInteger archived = new AtomicInteger();

		@Bean
		RestClient client() {
			return RestClient.create();
		}

		@Bean
		SpanExporter archive(RestClient client, ObjectProvider<JdbcTemplate> database) {
			return UserExporters.spans((spans) -> {
				assertThat(database.getObject().queryForObject("select 1", Integer.class)).isOne();
				call(client);
				this.archived.addAndGet(spans.size());
				return CompletableResultCode.ofSuccess();
			});
		}

		private static void call(RestClient client) {
			try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
				nobody.close();
				client.get().uri("http://localhost:{port}", nobody.getLocalPort()).retrieve().toBodilessEntity();
			}
			catch (ResourceAccessException ex) {
				// As it should be: nobody is there
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
