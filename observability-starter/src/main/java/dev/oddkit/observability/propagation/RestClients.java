package dev.oddkit.observability.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.observation.ClientRequestObservationConvention;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/**
 * {@link RestTemplate}, {@link RestClient} and its builder.
 *
 * @param registry where calls are observed
 * @param convention names them, unless a client has a convention of its own
 */
record RestClients(LateObservationRegistry registry,
		Supplier<ClientRequestObservationConvention> convention) implements HttpClients {

	@Override
	public boolean mayBe(Class<?> type) {
		return RestOperations.class.isAssignableFrom(type) || RestClient.class.isAssignableFrom(type)
				|| RestClient.Builder.class.isAssignableFrom(type);
	}

	@Override
	public boolean isUnobserved(Object candidate) {
		if (candidate instanceof RestTemplate template) {
			return HttpClients.lacksRegistry(template)
					&& template.getInterceptors().stream().noneMatch(HttpClients::traces);
		}
		if (candidate instanceof RestClient client) {
			return HttpClients.lacksRegistry(client) && !isTraced(client.mutate());
		}
		return candidate instanceof RestClient.Builder builder && HttpClients.lacksRegistry(builder)
				&& !isTraced(builder.clone());
	}

	private static boolean isTraced(RestClient.Builder builder) {
		List<ClientHttpRequestInterceptor> interceptors = new ArrayList<>();
		builder.requestInterceptors(interceptors::addAll);
		return interceptors.stream().anyMatch(HttpClients::traces);
	}

	@Override
	public boolean isFixed(Object client) {
		return client instanceof RestClient;
	}

	@Override
	public Object observe(Object client) {
		if (client instanceof RestTemplate template) {
			template.setObservationRegistry(this.registry.wanted());
			if (template.getObservationConvention() == null) {
				template.setObservationConvention(this.convention.get());
			}
			return template;
		}
		return (client instanceof RestClient restClient) ? observe(restClient.mutate()).build()
				: observe((RestClient.Builder) client);
	}

	private RestClient.Builder observe(RestClient.Builder builder) {
		if (PrivateField.read(builder, "observationConvention") == null) {
			builder.observationConvention(this.convention.get());
		}
		return builder.observationRegistry(this.registry.wanted());
	}

}
