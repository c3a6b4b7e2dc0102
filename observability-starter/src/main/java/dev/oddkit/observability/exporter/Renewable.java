package dev.oddkit.observability.exporter;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ssl.SslBundle;

/**
 * An exporter that is built anew when its certificates were renewed. That happens with
 * the next export, when none is on its way: a batch never dies with the connection that
 * carries it.
 *
 * @param <T> the type of the exporter
 */
class Renewable<T> implements Supplier<T> {

	private static final Logger logger = LoggerFactory.getLogger(Renewable.class);

	private final Function<SslBundle, T> build;

	private final Consumer<T> shutdown;

	private T current;

	private @Nullable SslBundle renewed;

	Renewable(T first, Function<SslBundle, T> build, Consumer<T> shutdown) {
		this.current = first;
		this.build = build;
		this.shutdown = shutdown;
	}

	synchronized void renew(SslBundle bundle) {
		this.renewed = bundle;
	}

	@Override
	public synchronized T get() {
		SslBundle bundle = this.renewed;
		if (bundle != null) {
			this.renewed = null;
			try {
				T next = this.build.apply(bundle);
				this.shutdown.accept(this.current);
				this.current = next;
			}
			catch (RuntimeException ex) {
				logger.warn("The reloaded certificates for telemetry cannot be used ({}); the last ones stay in use",
						ex.getMessage());
			}
		}
		return this.current;
	}

}
