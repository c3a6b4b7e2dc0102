package dev.oddkit.observability.overhead;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service that {@link Overhead} measures: a request that logs a line.
 */
final class OverheadService {

	private OverheadService() {
	}

	public static void main(String[] args) {
		SpringApplication.run(Application.class, args);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Application {

		private static final Logger logger = LoggerFactory.getLogger(Application.class);

		@GetMapping("/work")
		String work() {
			logger.info("work");
			return "done";
		}

		/**
		 * Allocated bytes, retained bytes, threads and classes.
		 */
		@GetMapping("/stats")
		String stats() {
			var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
			long allocated = Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).sum();
			System.gc();
			System.gc();
			return allocated + "," + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + ","
					+ threads.getThreadCount() + "," + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
		}

	}

}
