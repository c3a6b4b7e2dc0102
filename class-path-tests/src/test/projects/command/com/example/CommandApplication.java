package com.example;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Does one piece of work and ends.
 */
@SpringBootApplication
public class CommandApplication {

	private static final Logger logger = LoggerFactory.getLogger(CommandApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(CommandApplication.class, args);
	}

	@Bean
	CommandLineRunner work(ObservationRegistry observations, OpenTelemetry openTelemetry) {
		return (args) -> Observation.createNotStarted("work", observations).observe(() -> {
			logger.info("working");
			openTelemetry.getTracer("example").spanBuilder("step").startSpan().end();
			openTelemetry.getMeter("example").counterBuilder("example.pieces").build().add(1);
		});
	}

}
