package dev.oddkit.observability.sampling;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.actuate.endpoint.web.WebServerNamespace;

/**
 * Recognises the paths of actuator endpoints and probes, wherever they are mapped. The
 * endpoints are asked with the first request: while the SDK is built they do not exist.
 */
class ActuatorPaths implements NoisePaths {

	private final ObjectProvider<PathMappedEndpoints> endpoints;

	private final String prefix;

	private volatile @Nullable Set<String> paths;

	/**
	 * Create the predicate.
	 * @param endpoints the endpoints, if there are any
	 * @param prefix what precedes the endpoints' paths in a request, such as a context
	 * path
	 */
	ActuatorPaths(ObjectProvider<PathMappedEndpoints> endpoints, String prefix) {
		this.endpoints = endpoints;
		this.prefix = prefix;
	}

	@Override
	public boolean test(String path) {
		for (String endpoint : paths()) {
			if (path.startsWith(endpoint)
					&& (path.length() == endpoint.length() || path.charAt(endpoint.length()) == '/')) {
				return true;
			}
		}
		return false;
	}

	private Set<String> paths() {
		Set<String> known = this.paths;
		if (known == null) {
			known = find();
			this.paths = known;
		}
		return known;
	}

	private Set<String> find() {
		Set<String> found = new LinkedHashSet<>();
		PathMappedEndpoints mapped = this.endpoints.getIfAvailable();
		if (mapped != null) {
			if (mapped.getBasePath().length() > 1) {
				// The base path itself answers with the list of links
				found.add(this.prefix + mapped.getBasePath());
			}
			mapped.getAllPaths().forEach((path) -> found.add(this.prefix + path));
			mapped.stream()
				.flatMap((endpoint) -> endpoint.getAdditionalPaths(WebServerNamespace.SERVER).stream())
				.forEach((path) -> found.add(this.prefix + (path.startsWith("/") ? path : "/" + path)));
		}
		return found;
	}

}
