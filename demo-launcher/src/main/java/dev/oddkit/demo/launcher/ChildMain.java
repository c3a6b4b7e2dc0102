package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;

/**
 * Runs a main class in a process that never outlives the launcher: it ends when its
 * standard input says so or reaches its end. Keyboard interrupts are ignored, since they
 * reach every process of a terminal at once and the launcher ends them in order.
 */
final class ChildMain {

	/** Written by the launcher to end the process without the grace period. */
	static final int STOP = 's';

	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private ChildMain() {
	}

	/**
	 * Starts watching, then runs the class.
	 * @param args milliseconds to live on after the end of standard input, the class, and
	 * the class's own arguments
	 * @throws Throwable what the class's main method throws
	 */
	public static void main(String[] args) throws Throwable {
		Duration grace = Duration.ofMillis(Long.parseLong(args[0]));
		ignore("INT");
		ignore("HUP");
		daemon("launcher-watch", () -> endWithInput(grace));
		Method main = Class.forName(args[1]).getDeclaredMethod("main", String[].class);
		main.setAccessible(true);
		try {
			main.invoke(null, (Object) Arrays.copyOfRange(args, 2, args.length));
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private static void endWithInput(Duration grace) {
		if (!stopRead()) {
			pause(grace);
		}
		daemon("launcher-halt", () -> {
			pause(PATIENCE);
			Runtime.getRuntime().halt(1);
		});
		System.exit(0);
	}

	private static boolean stopRead() {
		try {
			return System.in.read() == STOP;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void ignore(String signal) {
		try {
			// by reflection: the class is no part of the Java platform and may be absent
			Class<?> type = Class.forName("sun.misc.Signal");
			Class<?> handler = Class.forName("sun.misc.SignalHandler");
			type.getMethod("handle", type, handler)
				.invoke(null, type.getConstructor(String.class).newInstance(signal),
						handler.getField("SIG_IGN").get(null));
		}
		catch (ReflectiveOperationException ex) {
			// unknown to this system: nothing to ignore
		}
	}

	private static void daemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
