package dev.oddkit.observability;

import java.lang.management.ManagementFactory;

import javax.management.ObjectName;

/**
 * Runs the shop alone in its JVM, serves a request and prints the histogram of the live
 * heap.
 */
final class HeapOfAShop {

	private HeapOfAShop() {
	}

	public static void main(String[] args) throws Exception {
		try (RunningShop shop = new RunningShop("observability.metrics.to=otlp,prometheus")) {
			shop.trace(shop.getTraced("/outer"), 7);
			System.out.println(ManagementFactory.getPlatformMBeanServer()
				.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
						new Object[] { new String[0] }, new String[] { String[].class.getName() }));
		}
	}

}
