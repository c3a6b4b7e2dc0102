package dev.oddkit.observability.resource;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.info.GitProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Collects what the application says of itself: {@code spring.application.*}, else its
 * {@code build-info.properties}, and its {@code git.properties}.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/registry/attributes/vcs/">VCS
 * attributes</a>
 */
final class ApplicationAttributes {

	private final Map<String, String> attributes = new LinkedHashMap<>();

	private ApplicationAttributes() {
	}

	static Map<String, String> of(Environment environment, @Nullable BuildProperties build,
			@Nullable GitProperties git) {
		ApplicationAttributes application = new ApplicationAttributes();
		if (build != null) {
			application.put("service.name", build.getArtifact());
			application.put("service.namespace", build.getGroup());
			application.put("service.version", build.getVersion());
		}
		application.put("service.name", environment.getProperty("spring.application.name"));
		application.put("service.namespace", environment.getProperty("spring.application.group"));
		application.put("service.version", environment.getProperty("spring.application.version"));
		if (git != null) {
			application.put("vcs.ref.head.name", git.getBranch());
			application.put("vcs.ref.head.revision", git.getCommitId());
		}
		return application.attributes;
	}

	private void put(String key, @Nullable String value) {
		if (StringUtils.hasText(value)) {
			this.attributes.put(key, value);
		}
	}

}
