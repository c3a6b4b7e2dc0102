package dev.oddkit.observability.console.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Sends a request byte by byte as given, with any host name, which an HTTP client
 * refuses.
 */
final class RawHttp implements AutoCloseable {

	private final Socket socket;

	private final BufferedReader reader;

	RawHttp(int port, String... lines) {
		try {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
			this.socket.setSoTimeout(10_000);
			this.socket.getOutputStream()
				.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			this.reader = new BufferedReader(
					new InputStreamReader(this.socket.getInputStream(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends a request and reads all of the answer.
	 */
	static String send(int port, String... lines) {
		String[] closing = Arrays.copyOf(lines, lines.length + 1);
		closing[lines.length] = "Connection: close";
		try (RawHttp http = new RawHttp(port, closing)) {
			StringBuilder answer = new StringBuilder();
			for (String line = http.line(); line != null; line = http.line()) {
				answer.append(line).append('\n');
			}
			return answer.toString();
		}
	}

	@Nullable String line() {
		try {
			return this.reader.readLine();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads until a line with this text.
	 */
	String awaitLine(String text) {
		for (String line = line(); line != null; line = line()) {
			if (line.contains(text)) {
				return line;
			}
		}
		throw new AssertionError("The connection ended before a line with " + text);
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
