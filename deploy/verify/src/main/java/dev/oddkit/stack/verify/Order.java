package dev.oddkit.stack.verify;

/**
 * Places the order whose trace is followed.
 */
final class Order {

	private static final String SKU = "MUG-01";

	private final Walk walk;

	Order(Walk walk) {
		this.walk = walk;
	}

	Finding place() {
		String expected = "an order is accepted (201) and the answer names its trace (X-Trace-Id)";
		Http.Answer answer = this.walk.await(this::order, (last) -> last.status() == 201);
		if (answer.status() == 201 && answer.traceId().matches("[0-9a-f]{32}")) {
			this.walk.traceId = answer.traceId();
			return Finding.works(expected, "201, trace " + answer.traceId());
		}
		if (answer.status() == 201) {
			return Finding.broken(expected, "201 without a trace id",
					"the gateway needs observability.propagation.response.header=X-Trace-Id and observability.enabled=true");
		}
		return Finding.broken(expected, answer.toString(), (answer.status() == 0)
				? "start the shop, or give its address by --gateway; \"docker compose ps\" and \"docker compose logs gateway\" say more"
				: "the shop needs its database only: \"docker compose logs gateway orders inventory\"; SHOP_ORDERS_URL and SHOP_INVENTORY_URL must name the services");
	}

	private Http.Answer order() {
		Http.Answer answer = this.walk.http.post(this.walk.flags.url(Flag.GATEWAY, "/api/orders"),
				"{\"customer\":\"verify\",\"sku\":\"" + SKU + "\",\"quantity\":1}");
		if (answer.status() == 409) {
			this.walk.http.post(this.walk.flags.url(Flag.GATEWAY, "/api/restocks"),
					"{\"sku\":\"" + SKU + "\",\"quantity\":20}");
		}
		return answer;
	}

}
