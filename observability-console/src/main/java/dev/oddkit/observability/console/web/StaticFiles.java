package dev.oddkit.observability.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The page's files from the class path and the listed files of the WebJars. A path with
 * any other shape, such as one that climbs out of its folder, is not even looked up.
 */
final class StaticFiles {

	private static final Pattern PAGE = Pattern.compile("(/[a-z0-9][a-z0-9_-]*)*/[a-z0-9][a-z0-9._-]*");

	private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "css",
			"text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml", "png",
			"image/png", "ico", "image/x-icon", "json", "application/json");

	private final WebJars webJars = new WebJars();

	Optional<Answer> answer(String path, @Nullable String knownEtag) {
		String name = path.equals("/") ? "/index.html" : path;
		String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
		String resource = resource(name);
		if (type == null || resource == null) {
			return Optional.empty();
		}
		StaticFile file = load(resource);
		if (file == null) {
			return Optional.empty();
		}
		return Optional.of(file.etag().equals(knownEtag) ? Answer.notModified(file.etag())
				: Answer.file(type, file.etag(), file.content()));
	}

	private @Nullable String resource(String name) {
		if (name.startsWith("/webjars/")) {
			return this.webJars.resource(name);
		}
		return PAGE.matcher(name).matches() ? "console" + name : null;
	}

	private static @Nullable StaticFile load(String resource) {
		try (InputStream in = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
			if (in == null) {
				return null;
			}
			byte[] content = in.readAllBytes();
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return new StaticFile(content, '"' + HexFormat.of().formatHex(digest, 0, 12) + '"');
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record StaticFile(byte[] content, String etag) {
	}

}
