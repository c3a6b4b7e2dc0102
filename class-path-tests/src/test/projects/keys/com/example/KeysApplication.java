package com.example;

import com.github.fppt.jedismock.RedisServer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Asks Redis, whose server is in the same JVM, with Jedis.
 */
@SpringBootApplication
public class KeysApplication {

	private static final Logger logger = LoggerFactory.getLogger(KeysApplication.class);

	public static void main(String[] args) throws Exception {
		RedisServer redis = RedisServer.newRedisServer().start();
		System.setProperty("spring.data.redis.port", String.valueOf(redis.getBindPort()));
		try {
			SpringApplication.run(KeysApplication.class, args).close();
		}
		finally {
			redis.stop();
		}
	}

	@Bean
	CommandLineRunner work(JedisConnectionFactory connections, ObservationRegistry observations) {
		StringRedisTemplate redis = new StringRedisTemplate(connections);
		return (args) -> Observation.createNotStarted("work", observations).observe(() -> {
			redis.opsForValue().set("name", "Ada");
			logger.info("Greeting {}", redis.opsForValue().get("name"));
		});
	}

}
