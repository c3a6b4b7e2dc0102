package dev.oddkit.demo.gateway;

import java.io.IOException;
import java.net.http.HttpTimeoutException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * The clients of orders and inventory, with the timeouts of {@code spring.http.clients}.
 * A service that does not answer becomes a {@link DownstreamException} that names it.
 */
@Configuration(proxyBeanMethods = false)
class DownstreamConfiguration {

	@Bean
	OrdersClient ordersClient(RestClient.Builder builder, ShopProperties shop) {
		return client("orders", shop.orders(), builder, OrdersClient.class);
	}

	@Bean
	InventoryClient inventoryClient(RestClient.Builder builder, ShopProperties shop) {
		return client("inventory", shop.inventory(), builder, InventoryClient.class);
	}

	private static <T> T client(String name, ShopProperties.Service service, RestClient.Builder builder,
			Class<T> type) {
		RestClient client = builder.baseUrl(service.url()).requestInterceptor((request, body, execution) -> {
			try {
				return execution.execute(request, body);
			}
			catch (HttpTimeoutException ex) {
				throw new DownstreamException(HttpStatus.GATEWAY_TIMEOUT, name + " did not answer in time.", ex);
			}
			catch (IOException ex) {
				throw new DownstreamException(HttpStatus.BAD_GATEWAY,
						name + " cannot be reached at " + service.url() + ".", ex);
			}
		}).build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client)).build().createClient(type);
	}

}
