package dev.oddkit.demo.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads orders with their items in one query, however many there are.
 */
@Repository
public class OrderList {

	private static final String JOINED = """
			select o.id, o.customer, o.status, o.reason, o.created_at, c.sent_at, i.sku, i.quantity, i.unit_price
			from %s o
			join order_item i on i.order_id = o.id
			left join confirmation c on c.order_id = o.id
			order by o.created_at desc, o.id, i.sku""";

	private static final String ONE = JOINED.formatted("(select * from orders where id = ?)");

	private static final String NEWEST = JOINED.formatted("(select * from orders order by created_at desc limit ?)");

	private static final String WAITING = "select count(*) from orders where status = 'PENDING' and created_at < ?";

	private final JdbcClient jdbc;

	OrderList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Order> find(UUID id) {
		return this.jdbc.sql(ONE).param(id).query(OrderList::read).stream().findFirst();
	}

	/**
	 * Reads the newest orders.
	 * @param limit how many at most
	 * @return the orders, newest first
	 */
	public List<Order> newest(int limit) {
		return this.jdbc.sql(NEWEST).param(limit).query(OrderList::read);
	}

	int pendingSince(OffsetDateTime before) {
		return this.jdbc.sql(WAITING).param(before).query(Integer.class).single();
	}

	private static List<Order> read(ResultSet rows) throws SQLException {
		Map<UUID, Order> orders = new LinkedHashMap<>();
		while (rows.next()) {
			UUID id = rows.getObject("id", UUID.class);
			Order order = orders.get(id);
			if (order == null) {
				order = order(id, rows);
				orders.put(id, order);
			}
			order.items()
				.add(new Order.Item(rows.getString("sku"), rows.getInt("quantity"), rows.getBigDecimal("unit_price")));
		}
		return List.copyOf(orders.values());
	}

	private static Order order(UUID id, ResultSet rows) throws SQLException {
		Instant createdAt = rows.getObject("created_at", OffsetDateTime.class).toInstant();
		@Nullable OffsetDateTime sentAt = rows.getObject("sent_at", OffsetDateTime.class);
		return new Order(id, rows.getString("customer"), Order.Status.valueOf(rows.getString("status")),
				rows.getString("reason"), createdAt, (sentAt != null) ? sentAt.toInstant() : null, new ArrayList<>());
	}

}
