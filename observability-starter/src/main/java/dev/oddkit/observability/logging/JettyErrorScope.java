package dev.oddkit.observability.logging;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Encloses what Jetty does with a request, its WARN line for a failure included.
 */
class JettyErrorScope extends Handler.Wrapper {

	JettyErrorScope(Handler handler) {
		super(handler);
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		try (ErrorScope scope = new ErrorScope()) {
			request.setAttribute(ErrorScope.ATTRIBUTE, scope);
			return super.handle(request, response, callback);
		}
	}

}
