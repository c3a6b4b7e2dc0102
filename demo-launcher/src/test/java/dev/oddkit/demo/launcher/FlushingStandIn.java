package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A service that still needs the console a second after it was told to end.
 */
final class FlushingStandIn {

	private FlushingStandIn() {
	}

	public static void main(String[] args) throws IOException {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
			StandInService.lookForConsole();
		}));
		StandInService.serve();
	}

}
