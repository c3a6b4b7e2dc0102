package dev.oddkit.observability.console.web;

/**
 * Answers the requests for one path.
 */
@FunctionalInterface
public interface Endpoint {

	/**
	 * Answers a request.
	 * @param request the request, already let in
	 * @return the answer
	 * @throws Refusal to answer with an error
	 */
	Answer answer(Request request);

}
