package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.function.Consumer;

import dev.oddkit.observability.cardinality.core.GuardListener;
import dev.oddkit.observability.cardinality.core.KeyReport;
import dev.oddkit.observability.cardinality.core.Limit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells all listeners: the one that warns, and the application's, such as a test's that
 * fails when a label folds. One that throws is named and breaks no measurement.
 */
class GuardListeners implements GuardListener {

	private static final Logger logger = LoggerFactory.getLogger(GuardListeners.class);

	private final List<GuardListener> listeners;

	GuardListeners(List<GuardListener> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void folds(KeyReport key, String value) {
		tell((listener) -> listener.folds(key, value));
	}

	@Override
	public void reaches(Limit limit, int allowed, String meter) {
		tell((listener) -> listener.reaches(limit, allowed, meter));
	}

	private void tell(Consumer<GuardListener> news) {
		for (GuardListener listener : this.listeners) {
			try {
				news.accept(listener);
			}
			catch (RuntimeException ex) {
				logger.warn("{} must not throw: {}", listener.getClass().getName(), ex.toString());
			}
		}
	}

}
