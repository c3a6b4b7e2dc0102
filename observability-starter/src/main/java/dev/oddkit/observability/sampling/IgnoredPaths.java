package dev.oddkit.observability.sampling;

import java.util.List;

import org.springframework.util.AntPathMatcher;

/**
 * Recognises the paths that the user does not want to trace, such as those of static
 * files.
 */
class IgnoredPaths implements NoisePaths {

	private final AntPathMatcher matcher = new AntPathMatcher();

	private final List<String> patterns;

	IgnoredPaths(List<String> patterns) {
		this.patterns = patterns;
	}

	@Override
	public boolean test(String path) {
		for (String pattern : this.patterns) {
			if (this.matcher.match(pattern, path)) {
				return true;
			}
		}
		return false;
	}

}
