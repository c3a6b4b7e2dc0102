package com.example;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Asks a database one question, without blocking drivers.
 */
@SpringBootApplication
public class RelationalApplication {

	public static void main(String[] args) {
		SpringApplication.run(RelationalApplication.class, args);
	}

	@Bean
	CommandLineRunner work(DatabaseClient database, ObservationRegistry observations) {
		return (args) -> Observation.createNotStarted("work", observations)
			.observe(() -> database.sql("select 41 + 1").fetch().one().block());
	}

}
