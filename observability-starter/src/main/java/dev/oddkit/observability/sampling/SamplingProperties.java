package dev.oddkit.observability.sampling;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the decision which traces are kept.
 *
 * @param ratio share of new traces that are kept, from 0.0 to 1.0; a caller's decision is
 * followed
 * @param maxTracesPerSecond how many new traces one instance starts per second at most; 0
 * starts none, -1 knows no limit
 */
@ConfigurationProperties("observability.sampling")
record SamplingProperties(@DefaultValue("1.0") double ratio, @DefaultValue("100") double maxTracesPerSecond) {

}
