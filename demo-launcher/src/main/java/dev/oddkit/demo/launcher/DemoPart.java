package dev.oddkit.demo.launcher;

import java.util.Locale;

/**
 * A process of the demo, in the order in which they are started.
 */
public enum DemoPart {

	/** Receives what the services export, and shows it. */
	CONSOLE("observability-console"),

	/** The service that keeps the stock. */
	INVENTORY("demo-inventory"),

	/** The service that keeps the orders. */
	ORDERS("demo-orders"),

	/** The service that a browser talks to. */
	GATEWAY("demo-gateway");

	private final String module;

	DemoPart(String module) {
		this.module = module;
	}

	String module() {
		return this.module;
	}

	String label() {
		return name().toLowerCase(Locale.ROOT);
	}

}
