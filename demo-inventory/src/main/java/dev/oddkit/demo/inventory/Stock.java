package dev.oddkit.demo.inventory;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The shelf. Every change is one conditional update, so it never goes below zero or over
 * {@link #SHELF}, however many ask at once.
 */
@Repository
class Stock {

	static final int SHELF = 500;

	private final JdbcClient jdbc;

	Stock(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Product> products() {
		return this.jdbc.sql("""
				select p.sku, p.name, p.price, s.available
				from product p join stock s on s.sku = p.sku
				order by p.sku""").query(Product.class).list();
	}

	Product product(String sku) {
		return this.jdbc.sql("""
				select p.sku, p.name, p.price, s.available
				from product p join stock s on s.sku = p.sku
				where p.sku = ?""")
			.param(sku)
			.query(Product.class)
			.optional()
			.orElseThrow(() -> Refusal.unknownProduct(sku));
	}

	boolean take(String sku, int quantity) {
		return this.jdbc.sql("update stock set available = available - ? where sku = ? and available >= ?")
			.params(quantity, sku, quantity)
			.update() == 1;
	}

	boolean put(String sku, int quantity) {
		return this.jdbc.sql("update stock set available = available + ? where sku = ? and available <= ?")
			.params(quantity, sku, SHELF - quantity)
			.update() == 1;
	}

}
