package dev.oddkit.observability.otlp;

import java.io.IOException;

import com.sun.net.httpserver.HttpExchange;

/**
 * The answer to one request, in the encoding of the request; a request in no known
 * encoding is answered in JSON.
 *
 * @param status the HTTP status
 * @param mediaType the encoding
 * @param body the body
 */
record Answer(int status, MediaType mediaType, byte[] body) {

	static Answer success(Signal signal, MediaType mediaType, Delivery delivery) {
		return new Answer(200, mediaType, mediaType.write(delivery.response(signal)));
	}

	static Answer failure(Rejection reason, String message, HttpExchange exchange) {
		MediaType asked = MediaType.of(exchange.getRequestHeaders().getFirst("Content-Type"));
		MediaType mediaType = (asked != null) ? asked : MediaType.JSON;
		if (reason == Rejection.METHOD) {
			exchange.getResponseHeaders().set("Allow", "POST");
		}
		if (reason == Rejection.BUSY) {
			exchange.getResponseHeaders().set("Retry-After", "1");
		}
		return new Answer(reason.httpStatus(), mediaType, mediaType.status(reason.grpcCode(), message));
	}

	void send(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", this.mediaType.value());
		if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.sendResponseHeaders(this.status, -1);
			return;
		}
		exchange.sendResponseHeaders(this.status, (this.body.length > 0) ? this.body.length : -1);
		exchange.getResponseBody().write(this.body);
	}

}
