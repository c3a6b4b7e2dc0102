package dev.oddkit.stack.verify;

import java.util.function.Supplier;

/**
 * One step of the way.
 *
 * @param name from where to where
 * @param look looks at it, waiting for what needs time
 */
record Hop(String name, Supplier<Finding> look) {

}
