package dev.oddkit.observability;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.UrlResource;

/**
 * Reads the files in which a platform team keeps its values for all services:
 * {@value #RESOURCE} of any jar. They rank below everything that the service says and
 * above the starter's own defaults. Of several files the first on the class path wins.
 */
final class CompanyDefaults {

	static final String RESOURCE = "META-INF/observability/defaults.properties";

	private CompanyDefaults() {
	}

	static void addTo(MutablePropertySources sources, @Nullable ClassLoader classLoader) {
		ClassLoader loader = (classLoader != null) ? classLoader : CompanyDefaults.class.getClassLoader();
		try {
			for (URL url : Collections.list(loader.getResources(RESOURCE))) {
				new PropertiesPropertySourceLoader().load("company defaults " + url, new UrlResource(url))
					.forEach(sources::addLast);
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException("The company's defaults in " + RESOURCE + " cannot be read", ex);
		}
	}

}
