package dev.oddkit.observability.sdk;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * Closes the meter registries when everything that works has stopped. Spring Boot closes
 * them when the application context begins to close: what a web server or a listener of
 * messages ends after that, while it drains, would not be counted.
 */
class LateMeterClose implements SmartLifecycle, ApplicationListener<ContextClosedEvent>, DisposableBean {

	private static final String CLOSER = "meterRegistryCloser";

	private final ApplicationContext context;

	private @Nullable ApplicationListener<ContextClosedEvent> closer;

	private @Nullable ContextClosedEvent closing;

	private volatile boolean running;

	LateMeterClose(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.closer == null && this.context.containsLocalBean(CLOSER)) {
			this.closer = silenced();
		}
	}

	/**
	 * Return Spring Boot's closer, which hears of no event any more.
	 */
	@SuppressWarnings("unchecked")
	private ApplicationListener<ContextClosedEvent> silenced() {
		ApplicationListener<ContextClosedEvent> listener = this.context.getBean(CLOSER, ApplicationListener.class);
		ApplicationEventMulticaster events = this.context.getBean(
				AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME, ApplicationEventMulticaster.class);
		events.removeApplicationListener(listener);
		events.removeApplicationListenerBean(CLOSER);
		return listener;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.closing = event;
		}
	}

	/**
	 * Close the registries, unless the context is only stopped and may start again.
	 */
	@Override
	public void stop() {
		this.running = false;
		close();
	}

	@Override
	public void destroy() {
		close();
	}

	private void close() {
		ApplicationListener<ContextClosedEvent> listener = this.closer;
		if (listener != null && this.closing != null) {
			this.closer = null;
			listener.onApplicationEvent(this.closing);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/**
	 * The lowest phase stops last.
	 */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
