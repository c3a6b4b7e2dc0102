package dev.oddkit.observability.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * The files of the WebJars that the page may load, under paths without a version. Every
 * other file of those jars stays out of reach.
 */
final class WebJars {

	private static final List<String> LIT_HTML = List.of("lit-html", "directive", "directive-helpers",
			"async-directive", "directives/cache", "directives/choose", "directives/class-map", "directives/guard",
			"directives/if-defined", "directives/keyed", "directives/live", "directives/map",
			"directives/private-async-helpers", "directives/ref", "directives/repeat", "directives/style-map",
			"directives/until", "directives/when");

	private final Map<String, String> resources = new TreeMap<>();

	WebJars() {
		String litHtml = folder("lit-html");
		for (String module : LIT_HTML) {
			this.resources.put("/webjars/lit-html/" + module + ".js", litHtml + module + ".js");
		}
		String uplot = folder("uplot");
		this.resources.put("/webjars/uplot/uPlot.esm.js", uplot + "dist/uPlot.esm.js");
		this.resources.put("/webjars/uplot/uPlot.min.css", uplot + "dist/uPlot.min.css");
	}

	@Nullable String resource(String path) {
		return this.resources.get(path);
	}

	private static String folder(String jar) {
		String location = "META-INF/maven/org.webjars.npm/%s/pom.properties".formatted(jar);
		try (InputStream in = WebJars.class.getClassLoader().getResourceAsStream(location)) {
			if (in == null) {
				throw new IllegalStateException(
						"The WebJar org.webjars.npm:%s is not on the class path.".formatted(jar));
			}
			Properties properties = new Properties();
			properties.load(in);
			return "META-INF/resources/webjars/%s/%s/".formatted(jar, properties.getProperty("version"));
		}
		catch (IOException ex) {
			throw new IllegalStateException("The WebJar org.webjars.npm:%s cannot be read.".formatted(jar), ex);
		}
	}

}
