package dev.oddkit.demo.system;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is left when the services are ended right after an order.
 */
class StopIT {

	@Test
	void leavesNoProcessAndLosesNoSpan() throws IOException {
		Shop shop = Shop.open(StopIT.class);
		List<ProcessHandle> processes = Shop.SERVICES.stream().map(shop.demo()::process).toList();
		ShopClient.Answer order = shop.client().order("MUG-01", 1);
		shop.close();
		assertThat(processes).noneMatch(ProcessHandle::isAlive);
		assertThat(shop.received().traces()).filteredOn((trace) -> trace.traceId().equals(order.traceId()))
			.singleElement()
			.satisfies((trace) -> {
				assertThat(trace.services()).hasSize(3);
				assertThat(trace.orphans()).isEmpty();
				assertThat(trace.root().isRoot()).isTrue();
			});
	}

}
