package com.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

import com.google.protobuf.StringValue;
import feign.Capability;
import feign.Client;
import feign.FeignException;
import feign.RetryableException;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.service.registry.ImportHttpServices;
import org.springframework.web.util.DefaultUriBuilderFactory;

/**
 * Calls itself, with each kind of client once, and ends.
 */
@SpringBootApplication
@EnableFeignClients
@ImportHttpServices(HttpGroupGreetings.class)
@PropertySource("classpath:later.properties")
public class CallsApplication {

	private static final Logger logger = LoggerFactory.getLogger(CallsApplication.class);

	public static void main(String[] args) {
		SpringApplication.run(CallsApplication.class, args).close();
	}

	@Bean
	CommandLineRunner http(RestClient.Builder restClient, RestTemplateBuilder restTemplate, FeignGreetings feign,
			BrokenFeignGreetings brokenFeign, Environment environment, Work work) {
		return (args) -> {
			String url = "http://localhost:" + environment.getProperty("local.server.port");
			RestClient client = restClient.baseUrl(url).build();
			HttpGreetings greetings = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
				.build()
				.createClient(HttpGreetings.class);
			work.of("rest.client", () -> client.get().uri("/greeting/{name}", "Ada").retrieve().body(String.class));
			work.of("rest.template",
					() -> restTemplate.build().getForObject(url + "/greeting/{name}", String.class, "Ada"));
			work.of("http.interface", () -> greetings.greeting("Ada"));
			work.of("feign", () -> feign.greeting(URI.create(url), "Ada"));
			work.of("feign.missing", () -> missing(feign, URI.create(url)));
			work.of("feign.refused", () -> refused(feign));
			work.of("feign.broken", () -> broken(brokenFeign));
			Map<String, String> query = Map.of("query", "query { greeting(name: \"Ada\") }");
			work.of("graphql", () -> client.post().uri("/graphql").body(query).retrieve().body(String.class));
		};
	}

	private static void missing(FeignGreetings feign, URI server) {
		try {
			feign.missing(server, "Ada");
		}
		catch (FeignException.NotFound ex) {
			// What is asked for
		}
	}

	private static void refused(FeignGreetings feign) {
		try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String url = "http://localhost:" + nobody.getLocalPort();
			nobody.close();
			feign.greeting(URI.create(url), "Ada");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (RetryableException ex) {
			logger.info("Refused: {}", ex.getMessage());
		}
	}

	private static void broken(BrokenFeignGreetings feign) {
		try {
			feign.greeting("Ada");
		}
		catch (IllegalStateException ex) {
			logger.info("Broken: {}", ex.getMessage());
		}
	}

	/**
	 * Sees what the client throws, as a fallback to another host would.
	 */
	@Bean
	Capability witness() {
		return new Witness();
	}

	@Bean
	CommandLineRunner group(HttpGroupGreetings group, Environment environment, Work work) {
		return (args) -> work.of("http.group", () -> group.greeting(
				new DefaultUriBuilderFactory("http://localhost:" + environment.getProperty("local.server.port")),
				"Ada"));
	}

	@Bean
	CommandLineRunner grpc(GrpcChannelFactory channels, GrpcServerLifecycle server, Work work) {
		return (args) -> {
			ManagedChannel channel = channels.createChannel("localhost:" + server.getPort());
			work.of("grpc", () -> ClientCalls.blockingUnaryCall(channel, GrpcGreetings.METHOD, CallOptions.DEFAULT,
					StringValue.of("Ada")));
		};
	}

	/**
	 * Reads the configuration anew when all is done, as Spring Cloud does when told to.
	 */
	@Bean
	CommandLineRunner refresh(ContextRefresher refresher) {
		return (args) -> logger.info("Changed by the refresh: {}", refresher.refresh());
	}

	@Order(0)
	public static final class Witness implements Capability {

		@Override
		public Client enrich(Client client) {
			return (request, options) -> {
				try {
					return client.execute(request, options);
				}
				catch (IOException | RuntimeException ex) {
					logger.info("Client threw {}", ex.getClass().getName());
					throw ex;
				}
			};
		}

	}

}
