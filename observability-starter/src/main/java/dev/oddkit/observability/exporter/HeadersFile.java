package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Headers in a file, one {@code name: value} or {@code name=value} a line. The file is
 * read for each export, by the thread that exports, so that a renewed secret counts at
 * once. While it cannot be read the last headers stay, and one line says so.
 */
class HeadersFile implements Supplier<Map<String, String>> {

	private static final Logger logger = LoggerFactory.getLogger(HeadersFile.class);

	private static final Pattern LINE = Pattern.compile("\\s*([^:=\\s]+)\\s*[:=]\\s*(.*?)\\s*");

	private final Path file;

	private Map<String, String> last = Map.of();

	private boolean readable = true;

	HeadersFile(Path file) {
		this.file = file;
	}

	@Override
	public synchronized Map<String, String> get() {
		try {
			this.last = read();
			this.readable = true;
		}
		catch (IOException | IllegalArgumentException ex) {
			if (this.readable) {
				logger.warn("The headers of telemetry cannot be read again from {} ({}); the last ones stay in use",
						this.file, ex.getClass().getSimpleName());
			}
			this.readable = false;
		}
		return this.last;
	}

	/**
	 * Read the file now.
	 * @return the headers
	 * @throws IOException if it cannot be read
	 * @throws IllegalArgumentException with the number of the line that is no header
	 */
	Map<String, String> read() throws IOException {
		Map<String, String> headers = new LinkedHashMap<>();
		int number = 0;
		for (String line : Files.readAllLines(this.file)) {
			number++;
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			Matcher matcher = LINE.matcher(line);
			if (!matcher.matches() || !Headers.isValid(matcher.group(1), matcher.group(2))) {
				throw new IllegalArgumentException("has a line " + number + " that is no header");
			}
			headers.put(matcher.group(1), matcher.group(2));
		}
		return headers;
	}

}
