package dev.oddkit.observability.sdk;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of the one SDK.
 *
 * @param shutdownTimeout how long the application waits at its end for spans, logs and
 * metrics to leave, all signals together
 */
@ConfigurationProperties("observability.sdk")
record SdkProperties(@DefaultValue("3s") Duration shutdownTimeout) {

}
