package dev.oddkit.observability.otlp;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Accepts requests that name this machine. A web page that resolves its own name to this
 * machine does not get in.
 */
final class HostCheck {

	private final Set<String> accepted;

	HostCheck(String boundHost) {
		this.accepted = Set
			.copyOf(List.of("localhost", "127.0.0.1", "[::1]", "::1", boundHost.toLowerCase(Locale.ROOT)));
	}

	void check(@Nullable String hostHeader) {
		String host = (hostHeader != null) ? hostHeader.strip().toLowerCase(Locale.ROOT) : "";
		if (!this.accepted.contains(host.replaceFirst(":\\d+$", ""))) {
			throw new RejectedRequestException(Rejection.HOST,
					"This receiver serves its own machine only; send to localhost or 127.0.0.1");
		}
	}

}
