package dev.oddkit.demo.orders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Reaches inventory at {@code shop.inventory.url}, with the timeouts of
 * {@code spring.http.clients}.
 */
@Configuration(proxyBeanMethods = false)
class InventoryConfiguration {

	@Bean
	InventoryClient inventoryClient(RestClient.Builder builder, @Value("${shop.inventory.url}") String url) {
		RestClient client = builder.baseUrl(url).build();
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
			.build()
			.createClient(InventoryClient.class);
	}

}
