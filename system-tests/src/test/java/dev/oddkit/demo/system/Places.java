package dev.oddkit.demo.system;

import java.nio.file.Path;

/**
 * Where the build puts what these tests need.
 */
final class Places {

	private Places() {
	}

	/**
	 * Returns the folder of the runnable jars.
	 * @return the folder that the launcher's module fills when it is packaged
	 */
	static Path jars() {
		return Path.of(System.getProperty("system-tests.jars", "../demo-launcher/target/demo")).normalize();
	}

	/**
	 * Returns the folder for the logs of a test's demo.
	 * @param test the test
	 * @return a folder of its own
	 */
	static Path folder(Class<?> test) {
		return Path.of(System.getProperty("system-tests.folder", "target/demo"), test.getSimpleName()).toAbsolutePath();
	}

}
