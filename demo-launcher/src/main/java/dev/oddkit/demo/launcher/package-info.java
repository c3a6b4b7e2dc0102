/**
 * Starts the console and the three services of the demo as processes of their own, and
 * ends them again.
 */
@NullMarked
package dev.oddkit.demo.launcher;

import org.jspecify.annotations.NullMarked;
