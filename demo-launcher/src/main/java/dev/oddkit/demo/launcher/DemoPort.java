package dev.oddkit.demo.launcher;

/**
 * A port that the demo listens on, always on the loopback address; 0 stands for any free
 * one.
 */
public enum DemoPort {

	/** Page and API of the shop. */
	GATEWAY("demo.port", 8080, "shop"),

	/** Where the console receives telemetry by OTLP/HTTP. */
	OTLP("demo.otlp-port", 4318, "OTLP receiver of the console"),

	/** Page and API of the console. */
	CONSOLE("demo.console-port", 8888, "console"),

	/** API of the orders service. */
	ORDERS("demo.orders-port", 0, "orders service"),

	/** API of the inventory service. */
	INVENTORY("demo.inventory-port", 0, "inventory service");

	private final String flag;

	private final int usual;

	private final String owner;

	DemoPort(String flag, int usual, String owner) {
		this.flag = flag;
		this.usual = usual;
		this.owner = owner;
	}

	String flag() {
		return this.flag;
	}

	int usual() {
		return this.usual;
	}

	String owner() {
		return this.owner;
	}

}
