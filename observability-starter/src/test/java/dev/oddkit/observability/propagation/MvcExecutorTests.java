package dev.oddkit.observability.propagation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;

import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a handler of Spring MVC leaves to another thread, which answers with the trace
 * that it is in.
 */
class MvcExecutorTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	@ParameterizedTest
	@CsvSource({ "/callable, spring-boot", "/callable, bean", "/stream, bean", "/callable, configured",
			"/stream, configured" })
	void laterPartOfARequestIsInItsTraceOnWhateverExecutor(String path, String executor)
			throws IOException, InterruptedException {
		SpringApplication application = new SpringApplication(Service.class);
		application.setWebApplicationType(WebApplicationType.SERVLET);
		application.setDefaultProperties(Map.of("server.port", "0", "executor", executor));
		try (ConfigurableApplicationContext context = application.run()) {
			String port = context.getEnvironment().getProperty("local.server.port");
			assertThat(HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
					.header("traceparent", "00-" + TRACE_ID + "-00000000000000bb-01")
					.build(), HttpResponse.BodyHandlers.ofString())
				.body()).isEqualTo(TRACE_ID);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Service {

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> Span.current().getSpanContext().getTraceId();
		}

		@GetMapping("/stream")
		StreamingResponseBody stream() {
			return (output) -> output
				.write(Span.current().getSpanContext().getTraceId().getBytes(StandardCharsets.US_ASCII));
		}

		/**
		 * Lets Spring Boot's executor step back, and with it the one of Spring MVC.
		 */
		@Bean
		@ConditionalOnProperty(name = "executor", havingValue = "bean")
		TaskExecutor mailExecutor() {
			return new SimpleAsyncTaskExecutor("mail-");
		}

		@Bean
		@ConditionalOnProperty(name = "executor", havingValue = "configured")
		WebMvcConfigurer configurer() {
			return new WebMvcConfigurer() {

				@Override
				public void configureAsyncSupport(AsyncSupportConfigurer async) {
					ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
					pool.initialize();
					async.setTaskExecutor(pool);
				}

			};
		}

	}

}
