package dev.oddkit.observability.cardinality;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;

/**
 * What a registry is asked for. A filter is told the id alone, and that of a counter is
 * like that of a function counter: the stack knows.
 */
enum Registration {

	/**
	 * A counter, timer or summary.
	 */
	PLAIN,

	/**
	 * A function counter or function timer.
	 */
	FUNCTION,

	/**
	 * A function counter or function timer that a composite has, in one of its
	 * registries.
	 */
	COPIED_FUNCTION,

	/**
	 * Measurements of the user's own.
	 */
	CUSTOM;

	private static final int FRAMES = 20;

	private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";

	private static final String COMPOSITE = "io.micrometer.core.instrument.composite.";

	private static final StackWalker STACK = StackWalker.getInstance();

	/**
	 * Return what the present call wants. It takes some microseconds.
	 */
	static Registration current() {
		return STACK.walk((frames) -> of(frames.limit(FRAMES).dropWhile((frame) -> !isEntry(frame)).iterator()));
	}

	/**
	 * Return whether it is the method of the registry that was called from outside.
	 */
	private static boolean isEntry(StackFrame frame) {
		return frame.getClassName().startsWith(REGISTRY) && switch (frame.getMethodName()) {
			case "counter", "timer", "summary", "register", "functionTimeCounter" -> true;
			default -> false;
		};
	}

	private static Registration of(Iterator<StackFrame> frames) {
		StackFrame entry = frames.hasNext() ? frames.next() : null;
		if (entry == null || (entry.getClassName().equals(REGISTRY) && !entry.getMethodName().equals("register"))) {
			return PLAIN;
		}
		if (entry.getMethodName().equals("register")) {
			return CUSTOM;
		}
		for (int builder = 0; builder < 2 && frames.hasNext(); builder++) {
			if (frames.next().getClassName().startsWith(COMPOSITE)) {
				return COPIED_FUNCTION;
			}
		}
		return FUNCTION;
	}

}
