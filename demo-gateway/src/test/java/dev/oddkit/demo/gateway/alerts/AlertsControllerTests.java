package dev.oddkit.demo.gateway.alerts;

import dev.oddkit.demo.gateway.ShopStandIn;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * What an Alertmanager sends, over real HTTP.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=3s")
@Import(ShopStandIn.Configuration.class)
class AlertsControllerTests {

	@LocalServerPort
	private int port;

	@Test
	void notificationOfAnAlertmanagerIsShown() {
		post("""
				{"version": "4", "status": "firing", "receiver": "shop", "alerts": [{"status": "firing",
				"labels": {"alertname": "ServiceErrors", "severity": "critical", "service_name": "orders"},
				"annotations": {"summary": "orders fails 10% of its requests", "dashboard": "/d/observability-signals"},
				"startsAt": "2026-11-24T10:00:00.123Z", "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "",
				"fingerprint": "96ed8f3cf1ffb1de"}]}""").expectStatus().isNoContent();
		client().get().uri("/api/alerts").exchange().expectBody().jsonPath("$[0].name").isEqualTo("ServiceErrors");
	}

	@Test
	void messageThatIsNoNotificationIsRefused() {
		post("{\"alerts\": [{}]}").expectStatus().isBadRequest();
	}

	private RestTestClient.ResponseSpec post(String body) {
		return client().post().uri("/api/alerts").contentType(MediaType.APPLICATION_JSON).body(body).exchange();
	}

	private RestTestClient client() {
		return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

}
