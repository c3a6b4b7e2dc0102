package dev.oddkit.observability.sampling;

import java.util.List;

import dev.oddkit.observability.WrongValueException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the decision which traces are kept.
 *
 * @param ratio Share of new traces that are kept, from 0.0 to 1.0; a caller's decision is
 * followed.
 * @param maxTracesPerSecond How many new traces one instance starts per second at most; 0
 * starts none, -1 knows no limit.
 * @param ignoredPaths Comma-separated list of path patterns whose requests make no span,
 * such as /assets/**; their metrics stay.
 */
@ConfigurationProperties("observability.sampling")
record SamplingProperties(@DefaultValue("1.0") double ratio, @DefaultValue("100") double maxTracesPerSecond,
		@DefaultValue List<String> ignoredPaths) {

	SamplingProperties {
		if (!(ratio >= 0 && ratio <= 1)) {
			throw SamplingPropertyMapping.notARatio("observability.sampling.ratio", ratio);
		}
		if (!(maxTracesPerSecond >= 0 || maxTracesPerSecond == -1)) {
			throw new WrongValueException("observability.sampling.max-traces-per-second", maxTracesPerSecond,
					"must be 0 or more, or -1 for no ceiling", "Use 100, the default, or a fraction such as 0.5.");
		}
	}

}
