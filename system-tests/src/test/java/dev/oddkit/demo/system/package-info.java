/**
 * The real processes together: one trace, an outage, a console that is lost, and an end
 * without remains.
 */
@NullMarked
package dev.oddkit.demo.system;

import org.jspecify.annotations.NullMarked;
