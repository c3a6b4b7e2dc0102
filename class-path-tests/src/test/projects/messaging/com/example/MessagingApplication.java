package com.example;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * Sends a message to itself, through a broker in the same JVM. Prints what a scrape would
 * get while the clients run.
 */
@SpringBootApplication
public class MessagingApplication {

	private static final Logger logger = LoggerFactory.getLogger(MessagingApplication.class);

	private final CountDownLatch received = new CountDownLatch(1);

	public static void main(String[] args) {
		EmbeddedKafkaBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "greetings")
			.brokerProperties(Map.of("offsets.topic.num.partitions", "1"));
		broker.afterPropertiesSet();
		System.setProperty("spring.kafka.bootstrap-servers", broker.getBrokersAsString());
		SpringApplication.run(MessagingApplication.class, args).close();
		broker.destroy();
	}

	@Bean
	CommandLineRunner work(KafkaTemplate<String, String> kafka, ObservationRegistry observations,
			ObjectProvider<PrometheusMeterRegistry> prometheus) {
		return (args) -> {
			Observation.createNotStarted("work", observations).observe(() -> kafka.send("greetings", "Ada").join());
			this.received.await(30, TimeUnit.SECONDS);
			prometheus.ifAvailable((registry) -> System.out.println(registry.scrape()));
		};
	}

	@KafkaListener(topics = "greetings", groupId = "example", properties = "auto.offset.reset=earliest")
	void receive(String name) {
		logger.info("Greeting {}", name);
		this.received.countDown();
	}

}
