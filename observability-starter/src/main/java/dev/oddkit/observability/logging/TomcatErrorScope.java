package dev.oddkit.observability.logging;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Encloses what Tomcat does with a request, its ERROR line and its error page included.
 */
class TomcatErrorScope extends ValveBase {

	TomcatErrorScope() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		try (ErrorScope scope = new ErrorScope()) {
			request.setAttribute(ErrorScope.ATTRIBUTE, scope);
			getNext().invoke(request, response);
		}
	}

}
