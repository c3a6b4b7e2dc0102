package dev.oddkit.demo.launcher;

import java.util.Locale;

/**
 * A process of the demo, in the order in which they are started.
 */
public enum DemoPart {

	/** Receives what the services export, and shows it. */
	CONSOLE("observability-console.jar"),

	/** The service that keeps the stock. */
	INVENTORY("demo-inventory.jar"),

	/** The service that keeps the orders. */
	ORDERS("demo-orders.jar"),

	/** The service that a browser talks to. */
	GATEWAY("demo-gateway.jar");

	private final String jar;

	DemoPart(String jar) {
		this.jar = jar;
	}

	String jar() {
		return this.jar;
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
