package dev.oddkit.observability.logging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;

import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Hands the SDK to the appender with the first beans, so that a short-lived program's
 * events leave too, and takes it back at the end: the appender is one for the whole JVM
 * and outlives the application context. While several contexts live, the one that started
 * last has it.
 */
class AppenderConnection implements InitializingBean, DisposableBean {

	private static final Deque<OpenTelemetry> owners = new ArrayDeque<>();

	private final OpenTelemetry openTelemetry;

	private final Consumer<OpenTelemetry> appender;

	AppenderConnection(OpenTelemetry openTelemetry, Consumer<OpenTelemetry> appender) {
		this.openTelemetry = openTelemetry;
		this.appender = appender;
	}

	/**
	 * Return what an appender gets that is made later.
	 * @return the SDK of the context that started last, if one lives
	 */
	static Optional<OpenTelemetry> current() {
		synchronized (owners) {
			return Optional.ofNullable(owners.peekFirst());
		}
	}

	@Override
	public void afterPropertiesSet() {
		synchronized (owners) {
			owners.addFirst(this.openTelemetry);
			this.appender.accept(this.openTelemetry);
		}
	}

	@Override
	public void destroy() {
		synchronized (owners) {
			owners.remove(this.openTelemetry);
			this.appender.accept(owners.stream()
				.filter((owner) -> owner != this.openTelemetry)
				.findFirst()
				.orElseGet(OpenTelemetry::noop));
		}
	}

}
