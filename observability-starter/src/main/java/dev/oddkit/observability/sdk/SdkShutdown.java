package dev.oddkit.observability.sdk;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;

/**
 * Flushes and closes the SDK right before the application context destroys it, all
 * signals at the same time and within one deadline. The SDK's own close would wait up to
 * ten seconds for each. What was lost is said by who counts it.
 */
class SdkShutdown implements DestructionAwareBeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(SdkShutdown.class);

	private final ObjectProvider<SdkProperties> properties;

	private Duration timeout = Duration.ofSeconds(3);

	SdkShutdown(ObjectProvider<SdkProperties> properties) {
		this.properties = properties;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof OpenTelemetrySdk) {
			// Later others may have wrapped it, and when the context closes no bean may
			// be
			// created any more
			this.timeout = this.properties.getObject().shutdownTimeout();
		}
		return bean;
	}

	@Override
	public boolean requiresDestruction(Object bean) {
		return bean instanceof OpenTelemetrySdk;
	}

	@Override
	public void postProcessBeforeDestruction(Object bean, String beanName) {
		if (bean instanceof OpenTelemetrySdk sdk) {
			shutDown(sdk);
		}
	}

	private void shutDown(OpenTelemetrySdk sdk) {
		List<Supplier<CompletableResultCode>> parts = List.of(sdk.getSdkTracerProvider()::shutdown,
				sdk.getSdkLoggerProvider()::shutdown, sdk.getSdkMeterProvider()::shutdown);
		long deadline = System.nanoTime() + this.timeout.toNanos();
		CountDownLatch done = new CountDownLatch(parts.size());
		List<Thread> threads = parts.stream().map((part) -> start(part, done)).toList();
		try {
			if (!done.await(this.timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				logger.debug("The SDK did not close within the {} ms of {}", this.timeout.toMillis(),
						SdkProperties.SHUTDOWN_TIMEOUT);
			}
			for (Thread thread : threads) {
				// A servlet container takes one that is about to end for a leak
				thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Thread start(Supplier<CompletableResultCode> part, CountDownLatch done) {
		Thread thread = new Thread(() -> part.get().whenComplete(done::countDown), "observability-shutdown");
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

}
