package dev.oddkit.observability.console.web;

import java.util.Set;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only requests that a page of this console or a local tool sends: refuses
 * foreign host names, which is what DNS rebinding needs, requests that another site's
 * page started, and changes without the header that a foreign form cannot send.
 */
final class HostGuard {

	private final int port;

	private final Set<String> hosts;

	HostGuard(int port) {
		this.port = port;
		this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
	}

	void check(String method, String path, Headers headers) {
		String host = headers.getFirst("Host");
		if (host == null || !this.hosts.contains(host) || headers.get("Host").size() > 1) {
			throw new Refusal(403, ("This console answers only under its loopback names. Open http://127.0.0.1:%d/ "
					+ "(through a tunnel, keep the same port).")
				.formatted(this.port));
		}
		if (path.startsWith("/api/") && isForeign(headers.getFirst("Sec-Fetch-Site"))) {
			throw new Refusal(403, "The console's data is for its own page and for local tools, not for other sites.");
		}
		if (method.equals("POST") && headers.getFirst("X-Console") == null) {
			throw new Refusal(403, "A change needs the header \"X-Console: 1\".");
		}
	}

	private static boolean isForeign(@Nullable String site) {
		return site != null && !site.equals("same-origin") && !site.equals("none");
	}

}
