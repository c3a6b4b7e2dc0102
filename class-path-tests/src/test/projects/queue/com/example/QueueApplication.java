package com.example;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.core.JmsTemplate;

/**
 * Sends two messages to itself, through a broker in the same JVM. When the second one
 * comes, all is said about the first one.
 */
@SpringBootApplication
public class QueueApplication {

	private static final Logger logger = LoggerFactory.getLogger(QueueApplication.class);

	private final CountDownLatch received = new CountDownLatch(2);

	public static void main(String[] args) {
		// The broker's threads would keep the JVM for another minute
		System.exit(SpringApplication.exit(SpringApplication.run(QueueApplication.class, args)));
	}

	@Bean
	CommandLineRunner work(JmsTemplate jms, ObservationRegistry observations) {
		return (args) -> {
			Observation.createNotStarted("work", observations).observe(() -> jms.convertAndSend("greetings", "Ada"));
			jms.convertAndSend("greetings", "Grace");
			this.received.await(30, TimeUnit.SECONDS);
		};
	}

	@JmsListener(destination = "greetings")
	void receive(String name) {
		logger.info("Greeting {}", name);
		this.received.countDown();
	}

}
