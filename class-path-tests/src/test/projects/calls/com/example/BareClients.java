package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpObservationInterceptor;
import io.micrometer.java11.instrument.binder.jdk.MicrometerHttpClient;
import io.micrometer.observation.ObservationRegistry;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

import org.springframework.boot.CommandLineRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Clients without Spring, each with the line of the page that lets it send the context.
 */
@Configuration(proxyBeanMethods = false)
class BareClients {

	@Bean
	CommandLineRunner bare(ObservationRegistry observations, MeterRegistry meters, Environment environment, Work work) {
		return (args) -> {
			String url = "http://localhost:" + environment.getProperty("local.server.port") + "/greeting/Ada";
			work.of("jdk", () -> call(() -> jdk(url, observations, meters)));
			work.of("apache", () -> call(() -> apache(url, observations)));
			work.of("okhttp", () -> call(() -> okHttp(url, observations)));
		};
	}

	private static int jdk(String url, ObservationRegistry observations, MeterRegistry meters)
			throws IOException, InterruptedException {
		HttpClient client = MicrometerHttpClient.instrumentationBuilder(HttpClient.newHttpClient(), meters)
			.observationRegistry(observations)
			.build();
		return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
	}

	private static int apache(String url, ObservationRegistry observations) throws IOException {
		try (CloseableHttpClient client = HttpClientBuilder.create()
			.addExecInterceptorAfter(ChainElement.RETRY.name(), "micrometer",
					new ObservationExecChainHandler(observations))
			.build()) {
			return client.execute(new HttpGet(url), (response) -> response.getCode());
		}
	}

	private static int okHttp(String url, ObservationRegistry observations) throws IOException {
		OkHttpClient client = new OkHttpClient.Builder()
			.addInterceptor(OkHttpObservationInterceptor.builder(observations, "http.client.requests").build())
			.build();
		try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
			return response.code();
		}
	}

	private static void call(Callable<Integer> client) {
		try {
			if (client.call() != 200) {
				throw new IllegalStateException("No greeting");
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
