package com.example;

import com.github.fppt.jedismock.RedisServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import org.bson.Document;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Asks Redis and MongoDB, whose servers are in the same JVM, from within spans of both
 * APIs and from within none.
 */
@SpringBootApplication
public class StoresApplication {

	public static void main(String[] args) throws Exception {
		RedisServer redis = RedisServer.newRedisServer().start();
		MongoServer mongo = new MongoServer(new MemoryBackend());
		System.setProperty("spring.data.redis.port", String.valueOf(redis.getBindPort()));
		System.setProperty("spring.mongodb.uri", mongo.bindAndGetConnectionString() + "/greetings");
		try {
			SpringApplication.run(StoresApplication.class, args).close();
		}
		finally {
			redis.stop();
			mongo.shutdownNow();
		}
	}

	@Bean
	CommandLineRunner work(StringRedisTemplate redis, ReactiveStringRedisTemplate reactive, MongoTemplate mongo,
			ObservationRegistry observations, OpenTelemetry openTelemetry) {
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
				}
				step.end();
				redis.delete("name");
			});
			redis.hasKey("name");
		};
	}

}
