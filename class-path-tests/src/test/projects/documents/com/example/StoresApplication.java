package com.example;

import com.github.fppt.jedismock.RedisServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.bson.Document;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks Redis, MongoDB and a relational database, whose servers are in the same JVM, from
 * within spans of both APIs and from within none. Prints what a scrape would get.
 */
@SpringBootApplication
public class StoresApplication {

	public static void main(String[] args) throws Exception {
		RedisServer redis = RedisServer.newRedisServer().start();
		MongoServer mongo = new MongoServer(new MemoryBackend());
		System.setProperty("spring.data.redis.port", String.valueOf(redis.getBindPort()));
		System.setProperty("spring.mongodb.uri", mongo.bindAndGetConnectionString() + "/greetings");
		// With both drivers of MongoDB an event loop of Spring Boot's outlives the context
		System.exit(SpringApplication.exit(SpringApplication.run(StoresApplication.class, args)));
	}

	@Bean
	CommandLineRunner work(StringRedisTemplate redis, ReactiveStringRedisTemplate reactive, MongoTemplate mongo,
			ReactiveMongoTemplate reactiveMongo, JdbcTemplate jdbc, ObservationRegistry observations,
			OpenTelemetry openTelemetry, ObjectProvider<PrometheusMeterRegistry> prometheus) {
		return (args) -> {
			Span alone = openTelemetry.getTracer("example").spanBuilder("alone").startSpan();
			try (Scope scope = alone.makeCurrent()) {
				redis.opsForValue().set("name", "Ada");
				reactive.opsForValue().append("name", " King").block();
			}
			alone.end();
			Observation.createNotStarted("work", observations).observe(() -> {
				Span step = openTelemetry.getTracer("example").spanBuilder("step").startSpan();
				try (Scope scope = step.makeCurrent()) {
					redis.opsForValue().get("name");
					reactive.opsForValue().append("name", " Lovelace").block();
					mongo.insert(new Document("name", "Ada"), "greetings");
					reactiveMongo.insert(new Document("name", "Grace"), "farewells").block();
					jdbc.queryForObject("select 41 + 1", Integer.class);
				}
				step.end();
				redis.delete("name");
			});
			redis.hasKey("name");
			Observation.createNotStarted("wrong", observations).observe(() -> pushToText(redis));
			prometheus.ifAvailable((registry) -> System.out.println(registry.scrape("application/openmetrics-text")));
		};
	}

	private static void pushToText(StringRedisTemplate redis) {
		redis.opsForValue().set("text", "Ada");
		try {
			redis.opsForList().leftPush("text", "Ada");
		}
		catch (RedisSystemException ex) {
			// What is asked for
		}
	}

}
