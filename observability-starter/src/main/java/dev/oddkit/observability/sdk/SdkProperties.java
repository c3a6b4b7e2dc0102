package dev.oddkit.observability.sdk;

import java.time.Duration;

import dev.oddkit.observability.WrongValueException;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the one SDK.
 *
 * @param shutdownTimeout How long the application waits at its end for spans, logs and
 * metrics to leave, all signals together. It comes on top of what the web server takes to
 * drain, and both must fit into the time that the platform grants, 30 seconds by default
 * in Kubernetes.
 */
@ConfigurationProperties("observability.sdk")
record SdkProperties(@DefaultValue("3s") Duration shutdownTimeout) {

	static final String SHUTDOWN_TIMEOUT = "observability.sdk.shutdown-timeout";

	SdkProperties {
		if (shutdownTimeout.isNegative() || shutdownTimeout.isZero()) {
			throw new WrongValueException(SHUTDOWN_TIMEOUT, shutdownTimeout.toMillis() + "ms", "must be more than 0",
					"Use 3s, the default, or 100ms to give up almost at once.");
		}
	}

}
