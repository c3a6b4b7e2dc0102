package com.example;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.apache.qpid.server.SystemLauncher;
import org.apache.qpid.server.SystemLauncherListener;
import org.apache.qpid.server.model.Broker;
import org.apache.qpid.server.model.SystemConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.RabbitListenerEndpointRegistry;
import org.springframework.boot.amqp.autoconfigure.SimpleRabbitListenerContainerFactoryConfigurer;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Sends two messages to itself, through a broker in the same JVM. When the second one
 * comes, all is said about the first one. Two others, of two traces, come as one batch.
 */
@SpringBootApplication
public class ExchangeApplication {

	private static final Logger logger = LoggerFactory.getLogger(ExchangeApplication.class);

	private final CountDownLatch received = new CountDownLatch(4);

	public static void main(String[] args) throws Exception {
		BoundPort port = new BoundPort();
		SystemLauncher broker = new SystemLauncher(port);
		broker.startup(Map.of(SystemConfig.TYPE, "Memory", SystemConfig.INITIAL_CONFIGURATION_LOCATION,
				ExchangeApplication.class.getResource("/broker.json").toExternalForm(),
				SystemConfig.STARTUP_LOGGED_TO_SYSTEM_OUT, "false"));
		System.setProperty("spring.rabbitmq.port", String.valueOf(port.number()));
		try {
			SpringApplication.run(ExchangeApplication.class, args).close();
		}
		finally {
			broker.shutdown();
		}
	}

	@Bean
	Queue greetings() {
		return new Queue("greetings");
	}

	@Bean
	Queue batches() {
		return new Queue("batches");
	}

	@Bean
	static SimpleRabbitListenerContainerFactory batchFactory(SimpleRabbitListenerContainerFactoryConfigurer configurer,
			ConnectionFactory connections) {
		SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
		configurer.configure(factory, connections);
		factory.setBatchListener(true);
		factory.setConsumerBatchEnabled(true);
		factory.setBatchSize(2);
		factory.setAdviceChain((MethodInterceptor) (invocation) -> {
			logger.info("Around a batch");
			return invocation.proceed();
		});
		return factory;
	}

	@Bean
	CommandLineRunner work(RabbitTemplate rabbit, ObservationRegistry observations,
			RabbitListenerEndpointRegistry listeners) {
		return (args) -> {
			for (String name : List.of("Grace", "Hedy")) {
				Observation.createNotStarted(name, observations)
					.observe(() -> rabbit.convertAndSend("batches", name));
			}
			listeners.getListenerContainer("batches").start();
			Observation.createNotStarted("work", observations).observe(() -> rabbit.convertAndSend("greetings", "Ada"));
			rabbit.convertAndSend("greetings", "Grace");
			this.received.await(30, TimeUnit.SECONDS);
		};
	}

	@RabbitListener(queues = "greetings")
	void receive(String name) {
		logger.info("Greeting {}", name);
		this.received.countDown();
	}

	@RabbitListener(id = "batches", queues = "batches", containerFactory = "batchFactory", autoStartup = "false")
	void receive(List<String> names) {
		logger.info("Greeting {}", names);
		names.forEach((name) -> this.received.countDown());
	}

	private static final class BoundPort extends SystemLauncherListener.DefaultSystemLauncherListener {

		private SystemConfig<?> system;

		@Override
		public void onContainerResolve(SystemConfig<?> system) {
			this.system = system;
		}

		int number() {
			Broker<?> broker = (Broker<?>) this.system.getContainer();
			return broker.getPorts().iterator().next().getBoundPort();
		}

	}

}
