package dev.oddkit.demo.system;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What the console of the demo shows.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

	private LauncherProcess launcher;

	private ShopClient shop;

	private URI console;

	@BeforeAll
	void startDemo() throws IOException {
		this.launcher = LauncherProcess.start(ConsoleIT.class);
		this.shop = new ShopClient(this.launcher.link("Shop"));
		this.console = this.launcher.link("Console");
	}

	@AfterAll
	void endDemo() {
		if (this.launcher != null) {
			this.launcher.close();
		}
	}

	@Test
	void showsAnOrderWithSpansAndLogsOfAllServices() {
		ShopClient.Answer order = this.shop.order("MUG-01", 1);
		URI trace = this.console.resolve("/api/traces/" + order.traceId());
		Eventually.so("the console shows the order of all services", () -> {
			ShopClient.Answer answer = this.shop.get(trace);
			return answer.status() == 200 && services(answer.json().get("spans")).size() == 3
					&& services(answer.json().get("logs")).size() == 3;
		});
	}

	@Test
	void linksToATraceOfTheSampleOrders() {
		URI link = this.launcher.link("A trace");
		String traceId = link.getFragment().substring("/trace/".length());
		Eventually.so("the console has the trace of the link " + link,
				() -> this.shop.get(this.console.resolve("/api/traces/" + traceId)).status() == 200);
	}

	private static Set<String> services(JsonNode records) {
		Set<String> services = new HashSet<>();
		records.forEach((node) -> services.add(node.get("service").asString()));
		return services;
	}

}
