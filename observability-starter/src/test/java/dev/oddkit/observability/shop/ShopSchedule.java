package dev.oddkit.observability.shop;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Work that nobody requested.
 */
@Component
class ShopSchedule {

	private final JdbcTemplate jdbc;

	ShopSchedule(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@Scheduled(fixedDelayString = "${shop.tick:1h}", initialDelayString = "${shop.tick:1h}")
	void tick() {
		this.jdbc.queryForObject("select 3", Integer.class);
	}

}
