package dev.oddkit.observability.exporter;

import org.springframework.context.SmartLifecycle;

/**
 * Tells the exports that the application ends, after the web server has served its last
 * request and before beans are destroyed.
 */
class LastCall implements SmartLifecycle {

	private final ExportStatus status;

	private volatile boolean running;

	LastCall(ExportStatus status) {
		this.status = status;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.status.ending();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
