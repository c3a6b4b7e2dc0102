package dev.oddkit.observability;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.UrlResource;

/**
 * Reads the files in which a platform team keeps its values for all services:
 * {@value #RESOURCE} of any jar. They rank below everything that the service says and
 * above the starter's own defaults. Of several files the first on the class path wins,
 * and the start says so if another disagrees.
 */
final class CompanyDefaults {

	static final String RESOURCE = "META-INF/observability/defaults.properties";

	private static final String NAME = "company defaults ";

	private static final Logger logger = LoggerFactory.getLogger(CompanyDefaults.class);

	private CompanyDefaults() {
	}

	static void addTo(MutablePropertySources sources, @Nullable ClassLoader classLoader) {
		ClassLoader loader = (classLoader != null) ? classLoader : CompanyDefaults.class.getClassLoader();
		try {
			for (URL url : Collections.list(loader.getResources(RESOURCE))) {
				new PropertiesPropertySourceLoader().load(NAME + url, new UrlResource(url)).forEach(sources::addLast);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The company's defaults in " + RESOURCE + " cannot be read", ex);
		}
	}

	/**
	 * Name the keys on which files disagree, without the values.
	 * @param environment the environment of the application
	 */
	static void nameContradictions(ConfigurableEnvironment environment) {
		List<EnumerablePropertySource<?>> files = new ArrayList<>();
		for (PropertySource<?> source : environment.getPropertySources()) {
			if (source.getName().startsWith(NAME) && source instanceof EnumerablePropertySource<?> file) {
				files.forEach((winner) -> compare(winner, file));
				files.add(file);
			}
		}
	}

	private static void compare(EnumerablePropertySource<?> winner, EnumerablePropertySource<?> loser) {
		List<String> keys = Arrays.stream(loser.getPropertyNames())
			.filter(winner::containsProperty)
			.filter((key) -> !String.valueOf(winner.getProperty(key)).equals(String.valueOf(loser.getProperty(key))))
			.sorted()
			.toList();
		if (!keys.isEmpty()) {
			logger.warn(
					"Two files of company defaults disagree on {}: {} counts, being first on the class path, not {}",
					String.join(", ", keys), winner.getName().substring(NAME.length()),
					loser.getName().substring(NAME.length()));
		}
	}

}
