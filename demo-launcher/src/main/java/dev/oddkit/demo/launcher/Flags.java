package dev.oddkit.demo.launcher;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What a person asked for with {@code -Ddemo.*}. Refuses flags that it does not know and
 * values that make no sense.
 *
 * @param ports the port of each listener, 0 for any free one
 * @param open whether to open shop and console in the browser
 * @param help whether only the flags are to be printed
 */
record Flags(Map<DemoPort, Integer> ports, boolean open, boolean help) {

	private static final String OPEN = "demo.open";

	private static final String HELP = "demo.help";

	static Flags parse(Properties properties) {
		refuseUnknown(properties);
		Map<DemoPort, Integer> ports = new EnumMap<>(DemoPort.class);
		for (DemoPort port : DemoPort.values()) {
			ports.put(port, port(port, properties.getProperty(port.flag())));
		}
		return new Flags(ports, flag(OPEN, properties), flag(HELP, properties));
	}

	private static void refuseUnknown(Properties properties) {
		List<String> known = new ArrayList<>(List.of(OPEN, HELP));
		for (DemoPort port : DemoPort.values()) {
			known.add(port.flag());
		}
		for (String name : new TreeSet<>(properties.stringPropertyNames())) {
			if (name.startsWith("demo.") && !known.contains(name)) {
				throw new DemoFailure("There is no flag -D" + name + ". The flags are -D" + String.join(", -D", known)
						+ "; -Ddemo.help explains them.");
			}
		}
	}

	private static int port(DemoPort port, @Nullable String value) {
		if (value == null) {
			return port.usual();
		}
		try {
			int number = Integer.parseInt(value.trim());
			if (number >= 0 && number <= 65535) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// the same sentence as for a number out of range
		}
		throw new DemoFailure("-D" + port.flag() + "=" + value
				+ " is no port: it takes a number from 1 to 65535, or 0 for any free one.");
	}

	private static boolean flag(String name, Properties properties) {
		String value = properties.getProperty(name, "false").trim().toLowerCase(Locale.ROOT);
		return switch (value) {
			case "", "true" -> true;
			case "false" -> false;
			default -> throw new DemoFailure("-D" + name + "=" + value + " is neither true nor false.");
		};
	}

	static String usage() {
		List<String> lines = new ArrayList<>();
		lines.add("Flags of the demo, given like this: ./mvnw -Pdemo -Ddemo.port=9090");
		for (DemoPort port : DemoPort.values()) {
			String usual = (port.usual() != 0) ? Integer.toString(port.usual()) : "any free one";
			lines.add(line("-D" + port.flag() + "=N", "port of the " + port.owner() + " (" + usual + ")"));
		}
		lines.add(line("-D" + OPEN + "=true", "open the shop and the console in the browser"));
		lines.add(line("-D" + HELP, "print this and end"));
		lines.add("A port of 0 takes any free one. Everything listens on 127.0.0.1 only.");
		return String.join(System.lineSeparator(), lines);
	}

	private static String line(String flag, String meaning) {
		return String.format(Locale.ROOT, "  %-24s %s", flag, meaning);
	}

}
