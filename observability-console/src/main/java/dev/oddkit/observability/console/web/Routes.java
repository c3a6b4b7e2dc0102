package dev.oddkit.observability.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which endpoint answers which path. A path may end in or contain one <code>{id}</code>,
 * which stands for 32 hexadecimal digits.
 */
public final class Routes {

	private final List<Route> routes = new ArrayList<>();

	/**
	 * Adds an endpoint that reads.
	 * @param path its path
	 * @param endpoint what answers
	 * @return these routes
	 */
	public Routes get(String path, Endpoint endpoint) {
		return add("GET", path, endpoint);
	}

	/**
	 * Adds an endpoint that changes something.
	 * @param path its path
	 * @param endpoint what answers
	 * @return these routes
	 */
	public Routes post(String path, Endpoint endpoint) {
		return add("POST", path, endpoint);
	}

	private Routes add(String method, String path, Endpoint endpoint) {
		Pattern pattern = Pattern.compile(path.replace("{id}", "[0-9a-fA-F]{32}"));
		this.routes.add(new Route(method, pattern, endpoint));
		return this;
	}

	Optional<Route> find(String path) {
		return this.routes.stream().filter((route) -> route.path().matcher(path).matches()).findFirst();
	}

	record Route(String method, Pattern path, Endpoint endpoint) {
	}

}
