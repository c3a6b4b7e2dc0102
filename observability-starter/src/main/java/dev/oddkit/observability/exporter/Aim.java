package dev.oddkit.observability.exporter;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

import io.opentelemetry.common.ComponentLoader;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;

/**
 * What an exporter is told beyond that which the SDK was given; {@code null} leaves the
 * SDK's.
 *
 * @param url the URL
 * @param headers where the headers of each export come from
 * @param bundle the certificates for https
 * @param senders where the exporter finds its sender
 */
record Aim(@Nullable String url, @Nullable Headers headers, @Nullable SslBundle bundle, ComponentLoader senders) {

	Aim with(SslBundle renewed) {
		return new Aim(this.url, this.headers, renewed, this.senders);
	}

	void apply(Consumer<String> setEndpoint, Consumer<Supplier<Map<String, String>>> setHeaders,
			BiConsumer<SSLContext, X509TrustManager> setSslContext, Consumer<ComponentLoader> setSenders) {
		setSenders.accept(this.senders);
		if (this.url != null) {
			setEndpoint.accept(this.url);
		}
		if (this.headers != null) {
			setHeaders.accept(this.headers);
		}
		if (this.bundle != null) {
			X509TrustManager trustManager = Stream.of(this.bundle.getManagers().getTrustManagers())
				.filter(X509TrustManager.class::isInstance)
				.map(X509TrustManager.class::cast)
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("The SSL bundle has no trust manager for X.509"));
			setSslContext.accept(this.bundle.createSslContext(), trustManager);
		}
	}

}
