package dev.oddkit.observability.exporter;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * A service connection for one signal. The types of Spring Boot's exist only with the
 * module of the signal.
 *
 * @param signal the signal
 * @param url the URL for a protocol, or {@code null} if the service does not speak it
 * @param sslBundle the certificates, or {@code null} for those of the properties
 */
record OtlpConnection(Signal signal, Function<Protocol, @Nullable String> url, @Nullable SslBundle sslBundle) {

}
