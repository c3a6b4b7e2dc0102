/**
 * Is this trace kept, and why? The gates stand in front of the sampler: noise makes no
 * span, database work without a request makes no trace, and new traces have a ceiling.
 */
@NullMarked
package dev.oddkit.observability.sampling;

import org.jspecify.annotations.NullMarked;
