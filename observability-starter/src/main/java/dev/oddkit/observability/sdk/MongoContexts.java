package dev.oddkit.observability.sdk;

import com.mongodb.RequestContext;
import com.mongodb.client.SynchronousContextProvider;
import com.mongodb.reactivestreams.client.ReactiveContextProvider;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.opentelemetry.context.Context;
import org.reactivestreams.Subscriber;
import reactor.core.CoreSubscriber;

/**
 * Remembers the context of OpenTelemetry in which somebody subscribes to an operation of
 * MongoDB's reactive driver.
 */
class MongoContexts implements ReactiveContextProvider {

	private final ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();

	@Override
	public RequestContext getContext(Subscriber<?> subscriber) {
		if (subscriber instanceof CoreSubscriber<?> reactive) {
			try (ContextSnapshot.Scope scope = this.snapshots.setThreadLocalsFrom(reactive.currentContext())) {
				return current();
			}
		}
		return current();
	}

	private static RequestContext current() {
		return new MongoRequestContext(Context.current());
	}

	/**
	 * Fits the driver that blocks too.
	 */
	static class OfBothDrivers extends MongoContexts implements SynchronousContextProvider {

		@Override
		public RequestContext getContext() {
			return current();
		}

	}

}
