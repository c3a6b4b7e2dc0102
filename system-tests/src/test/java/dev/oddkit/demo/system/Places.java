package dev.oddkit.demo.system;

import java.nio.file.Path;

/**
 * Where the build puts what these tests need.
 */
final class Places {

	private Places() {
	}

	/**
	 * Returns where the modules have their runnable jars.
	 * @return a path with a place for the name of the module
	 */
	static String jars() {
		return System.getProperty("system-tests.jars");
	}

	/**
	 * Returns the folder for the logs of a test's demo.
	 * @param test the test
	 * @return a folder of its own
	 */
	static Path folder(Class<?> test) {
		return Path.of(System.getProperty("system-tests.folder"), test.getSimpleName()).toAbsolutePath();
	}

}
