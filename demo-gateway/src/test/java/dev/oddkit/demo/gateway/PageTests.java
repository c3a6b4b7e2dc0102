package dev.oddkit.demo.gateway;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page is complete and keeps to its own policy.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.http.clients.read-timeout=1s")
@Import(ShopStandIn.Configuration.class)
class PageTests {

	private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/[^\"#]+)\"");

	private static final Pattern MODULE = Pattern.compile("from '\\./([a-z]+\\.js)'");

	@LocalServerPort
	private int port;

	private RestTestClient client;

	@BeforeEach
	void connect() {
		this.client = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + this.port).build();
	}

	@Test
	void everyFileOfThePageIsThere() {
		List<String> files = find(FILE, get("/"));
		assertThat(files).contains("/shop.css", "/js/main.js").allSatisfy((file) -> assertThat(get(file)).isNotEmpty());
	}

	@Test
	void everyModuleIsThere() {
		List<String> modules = find(MODULE, get("/js/main.js"));
		assertThat(modules).contains("faults.js").allSatisfy((module) -> {
			for (String next : find(MODULE, get("/js/" + module))) {
				assertThat(get("/js/" + next)).isNotEmpty();
			}
		});
	}

	@Test
	void pageRunsUnderAPolicyWithoutInlineCode() {
		this.client.get()
			.uri("/")
			.exchange()
			.expectHeader()
			.value("Content-Security-Policy",
					(policy) -> assertThat(policy).startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
						.doesNotContain("unsafe"));
		assertThat(get("/")).doesNotContain("style=", "<style", "onclick", "<script>");
	}

	private String get(String path) {
		String body = this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		return String.valueOf(body);
	}

	private static List<String> find(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
	}

}
