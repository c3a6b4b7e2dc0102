package dev.oddkit.observability.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link WebClient} and its builder.
 *
 * @param registry where calls are observed
 * @param convention names them, unless a client has a convention of its own
 */
record WebClients(LateObservationRegistry registry,
		Supplier<ClientRequestObservationConvention> convention) implements HttpClients {

	@Override
	public boolean mayBe(Class<?> type) {
		return WebClient.class.isAssignableFrom(type) || WebClient.Builder.class.isAssignableFrom(type);
	}

	@Override
	public boolean isUnobserved(Object candidate) {
		if (candidate instanceof WebClient client) {
			return HttpClients.lacksRegistry(client) && !isTraced(client.mutate());
		}
		return candidate instanceof WebClient.Builder builder && HttpClients.lacksRegistry(builder)
				&& !isTraced(builder.clone());
	}

	private static boolean isTraced(WebClient.Builder builder) {
		List<ExchangeFilterFunction> filters = new ArrayList<>();
		builder.filters(filters::addAll);
		return filters.stream().anyMatch(HttpClients::traces);
	}

	@Override
	public boolean isFixed(Object client) {
		return client instanceof WebClient;
	}

	@Override
	public Object observe(Object client) {
		return (client instanceof WebClient webClient) ? observe(webClient.mutate()).build()
				: observe((WebClient.Builder) client);
	}

	private WebClient.Builder observe(WebClient.Builder builder) {
		if (PrivateField.read(builder, "observationConvention") == null) {
			builder.observationConvention(this.convention.get());
		}
		return builder.observationRegistry(this.registry.wanted());
	}

}
