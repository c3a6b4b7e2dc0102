package dev.oddkit.stack.verify;

/**
 * What was found at a hop.
 *
 * @param works whether it is as it should be
 * @param expected what should be seen, in words
 * @param seen what was seen
 * @param remedy what to do about it; says nothing when it works
 */
record Finding(boolean works, String expected, String seen, String remedy) {

	static Finding works(String expected, String seen) {
		return new Finding(true, expected, seen, "");
	}

	static Finding broken(String expected, String seen, String remedy) {
		return new Finding(false, expected, seen, remedy);
	}

}
