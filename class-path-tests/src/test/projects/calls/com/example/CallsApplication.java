package com.example;

import java.net.URI;
import java.util.Map;

import com.google.protobuf.StringValue;
import feign.FeignException;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.grpc.server.lifecycle.GrpcServerLifecycle;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Calls itself, with each kind of client once, and ends.
 */
@SpringBootApplication
@EnableFeignClients
public class CallsApplication {

	public static void main(String[] args) {
		SpringApplication.run(CallsApplication.class, args).close();
	}

	@Bean
	CommandLineRunner http(RestClient.Builder restClient, RestTemplateBuilder restTemplate, FeignGreetings feign,
			Environment environment, Work work) {
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

	@Bean
	CommandLineRunner grpc(GrpcChannelFactory channels, GrpcServerLifecycle server, Work work) {
		return (args) -> {
			ManagedChannel channel = channels.createChannel("localhost:" + server.getPort());
			work.of("grpc", () -> ClientCalls.blockingUnaryCall(channel, GrpcGreetings.METHOD, CallOptions.DEFAULT,
					StringValue.of("Ada")));
		};
	}

}
