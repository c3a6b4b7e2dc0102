package dev.oddkit.observability.sdk;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.opentelemetry.context.Scope;

/**
 * Lets a listener see the context of the caller, on whichever thread of the driver a
 * command starts.
 */
class CarryingMongoListener implements CommandListener {

	private final CommandListener delegate;

	CarryingMongoListener(CommandListener delegate) {
		this.delegate = delegate;
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		try (Scope scope = MongoRequestContext.contextOf(event.getRequestContext()).makeCurrent()) {
			this.delegate.commandStarted(event);
		}
	}

	@Override
	public void commandSucceeded(CommandSucceededEvent event) {
		this.delegate.commandSucceeded(event);
	}

	@Override
	public void commandFailed(CommandFailedEvent event) {
		this.delegate.commandFailed(event);
	}

}
