package dev.oddkit.observability.exporter;

import java.util.concurrent.CountDownLatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A program that ends in each of the ways that programs end. It is started as a process
 * of its own; what it prints is for the test that waits for it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Program {

	private static final Logger logger = LoggerFactory.getLogger(Program.class);

	public static void main(String[] args) {
		ConfigurableApplicationContext context = SpringApplication.run(Program.class, args);
		if (context.getEnvironment().getProperty("exit") != null) {
			System.exit(SpringApplication.exit(context,
					() -> context.getEnvironment().getRequiredProperty("exit", Integer.class)));
		}
	}

	@Bean
	CommandLineRunner job(OpenTelemetry openTelemetry, MeterRegistry meters, Environment environment) {
		return (args) -> {
			openTelemetry.getTracer("program").spanBuilder("job").startSpan().end();
			meters.counter("program.items").increment(42);
			logger.info("job done");
			if (environment.getProperty("fail", Boolean.class, false)) {
				throw new IllegalStateException("job failed");
			}
		};
	}

	/**
	 * Knows nothing of the SDK, and so is created and destroyed in no particular order.
	 */
	@Bean
	@ConditionalOnProperty("farewell")
	static Farewell farewell() {
		return new Farewell();
	}

	static class Farewell implements DisposableBean {

		@Override
		public void destroy() {
			logger.info("farewell");
		}

	}

	@RestController
	@ConditionalOnBooleanProperty("serve")
	static class Requests {

		private final CountDownLatch stopping = new CountDownLatch(1);

		@GetMapping("/slow")
		String slow() throws InterruptedException {
			System.out.println("in flight");
			Runtime.getRuntime().addShutdownHook(new Thread(this.stopping::countDown));
			this.stopping.await();
			logger.info("served after SIGTERM");
			return "served";
		}

	}

}
