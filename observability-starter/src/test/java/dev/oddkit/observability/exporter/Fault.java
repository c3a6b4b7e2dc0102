package dev.oddkit.observability.exporter;

import io.grpc.Status;

/**
 * What may be wrong with a backend, in both protocols.
 */
enum Fault {

	NONE(200, Status.OK),

	/**
	 * Nobody listens on the port.
	 */
	REFUSED(0, Status.OK),

	/**
	 * The request is taken and never answered.
	 */
	HANGING(0, Status.OK),

	/**
	 * The answer takes a second.
	 */
	SLOW(200, Status.OK),

	/**
	 * The connection is closed without an answer.
	 */
	RESET(0, Status.OK),

	BAD_REQUEST(400, Status.INVALID_ARGUMENT), UNAUTHORIZED(401, Status.UNAUTHENTICATED),
	NOT_FOUND(404, Status.UNIMPLEMENTED),

	/**
	 * The export exceeds what the backend takes at once, in the words of the Collector.
	 */
	TOO_LARGE(413, Status.RESOURCE_EXHAUSTED.withDescription("grpc: received message larger than max (5 vs. 4)")),

	/**
	 * The backend asks to wait for a second, always.
	 */
	THROTTLED(429, Status.RESOURCE_EXHAUSTED),

	UNAVAILABLE(503, Status.UNAVAILABLE), LATE(504, Status.DEADLINE_EXCEEDED),

	/**
	 * The answer is a success, but each request's first item is rejected.
	 */
	PARTIAL(200, Status.OK);

	private final int http;

	private final Status grpc;

	Fault(int http, Status grpc) {
		this.http = http;
		this.grpc = grpc;
	}

	boolean isHarmless() {
		return this == NONE || this == SLOW;
	}

	boolean listens() {
		return this != REFUSED && this != RESET;
	}

	boolean isSuccess() {
		return this.http == 200;
	}

	int http() {
		return this.http;
	}

	Status grpc() {
		return (this.grpc.getDescription() != null) ? this.grpc : this.grpc.withDescription("nothing for you: " + this);
	}

	LossReason reason(Protocol protocol) {
		boolean grpc = protocol == Protocol.GRPC;
		return switch (this) {
			case REFUSED, RESET -> LossReason.UNREACHABLE;
			case HANGING -> LossReason.TIMEOUT;
			case THROTTLED -> LossReason.THROTTLED;
			case UNAVAILABLE -> LossReason.UNAVAILABLE;
			case LATE -> grpc ? LossReason.TIMEOUT : LossReason.UNAVAILABLE;
			case PARTIAL -> LossReason.PARTIAL_SUCCESS;
			default -> LossReason.REJECTED;
		};
	}

}
