package dev.oddkit.demo.orders.faults;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import dev.oddkit.demo.orders.Order;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the twenty newest orders in one query and then the items of each in another: 21
 * where one would do.
 */
@Repository
class ChattyOrderList {

	private static final String ORDERS = """
			select o.id, o.customer, o.status, o.reason, o.created_at, c.sent_at
			from orders o left join confirmation c on c.order_id = o.id
			order by o.created_at desc limit 20""";

	private static final String ITEMS = "select sku, quantity, unit_price from order_item where order_id = ?";

	private final JdbcClient jdbc;

	ChattyOrderList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Order> newest() {
		return this.jdbc.sql(ORDERS)
			.query(OrderRow.class)
			.list()
			.stream()
			.map((row) -> row.with(items(row.id())))
			.toList();
	}

	private List<Order.Item> items(UUID order) {
		return this.jdbc.sql(ITEMS).param(order).query(Order.Item.class).list();
	}

	private record OrderRow(UUID id, String customer, Order.Status status, @Nullable String reason,
			OffsetDateTime createdAt, @Nullable OffsetDateTime sentAt) {

		Order with(List<Order.Item> items) {
			return new Order(this.id, this.customer, this.status, this.reason, this.createdAt.toInstant(),
					(this.sentAt != null) ? this.sentAt.toInstant() : null, items);
		}

	}

}
