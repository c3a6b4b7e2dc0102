package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * A service that never finishes ending.
 */
final class StubbornStandIn {

	private StubbornStandIn() {
	}

	public static void main(String[] args) throws IOException {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}));
		StandInService.serve();
	}

}
