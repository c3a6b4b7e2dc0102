package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Waits until processes of the demo do their work: the console says so in its log, a
 * service by its health endpoint. Fails as soon as one has ended.
 */
final class Readiness {

	private static final int LAST_LINES = 25;

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

	private final HttpClient http = HttpClient.newBuilder()
		.proxy(HttpClient.Builder.NO_PROXY)
		.connectTimeout(Duration.ofSeconds(1))
		.build();

	private final Ports ports;

	private final Duration patience;

	Readiness(Ports ports, Duration patience) {
		this.ports = ports;
		this.patience = patience;
	}

	/**
	 * Waits for all of the processes.
	 * @param processes the processes, already started
	 * @param news told of each one that has become ready, and now and then which ones
	 * have not
	 * @throws DemoFailure if one ended or did not become ready in time
	 */
	void await(List<ChildProcess> processes, Consumer<String> news) {
		long deadline = System.nanoTime() + this.patience.toNanos();
		long sign = System.nanoTime() + SIGN_OF_LIFE.toNanos();
		List<ChildProcess> pending = new ArrayList<>(processes);
		while (!pending.isEmpty()) {
			for (ChildProcess process : List.copyOf(pending)) {
				if (!process.process().isAlive()) {
					throw failure(process, "ended with exit code " + process.process().exitValue());
				}
				if (ready(process)) {
					pending.remove(process);
					news.accept(process.part().label() + " is ready");
				}
				else if (System.nanoTime() > deadline) {
					throw failure(process, "was not ready after " + this.patience.toSeconds() + " seconds");
				}
			}
			if (!pending.isEmpty() && System.nanoTime() > sign) {
				sign += SIGN_OF_LIFE.toNanos();
				news.accept("waiting for " + labels(pending));
			}
			pause();
		}
	}

	private static String labels(List<ChildProcess> processes) {
		return processes.stream().map((process) -> process.part().label()).collect(Collectors.joining(", "));
	}

	private boolean ready(ChildProcess process) {
		return switch (process.part()) {
			case CONSOLE -> process.logged("Console ready at ");
			case INVENTORY -> healthy(DemoPort.INVENTORY);
			case ORDERS -> healthy(DemoPort.ORDERS);
			case GATEWAY -> healthy(DemoPort.GATEWAY);
		};
	}

	private boolean healthy(DemoPort port) {
		HttpRequest health = HttpRequest.newBuilder(URI.create(this.ports.url(port) + "/actuator/health"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return this.http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemoFailure("The demo was interrupted while it started.", ex);
		}
	}

	private static DemoFailure failure(ChildProcess process, String what) {
		String label = process.part().label();
		String lines = process.lastLines(LAST_LINES)
			.stream()
			.map((line) -> System.lineSeparator() + "  " + label + " | " + line)
			.collect(Collectors.joining());
		return new DemoFailure(
				"The " + label + " process " + what + "; its log " + process.log() + " ends with:" + lines);
	}

	private static void pause() {
		try {
			Thread.sleep(50);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DemoFailure("The demo was interrupted while it started.", ex);
		}
	}

}
