package dev.oddkit.observability.exporter;

import java.io.InterruptedIOException;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;

/**
 * Listens to what a gRPC backend answers to the SDK's sender.
 */
record AnsweringGrpcSender(GrpcSender delegate) implements GrpcSender {

	@Override
	public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
		Answer answer = Answer.current();
		this.delegate.send(message, (response) -> {
			if (response.getStatusCode() == GrpcStatusCode.OK) {
				answer.read(response.getResponseMessage());
			}
			else {
				answer.failed(reason(response.getStatusCode()), describe(response));
			}
			onResponse.accept(response);
		}, (failure) -> {
			answer.failed((failure instanceof InterruptedIOException) ? LossReason.TIMEOUT : LossReason.UNREACHABLE,
					ExportFailure.describe(failure));
			onError.accept(failure);
		});
	}

	private static LossReason reason(GrpcStatusCode status) {
		return switch (status) {
			case RESOURCE_EXHAUSTED -> LossReason.THROTTLED;
			case DEADLINE_EXCEEDED -> LossReason.TIMEOUT;
			case UNAVAILABLE, INTERNAL, ABORTED, CANCELLED, DATA_LOSS, UNKNOWN -> LossReason.UNAVAILABLE;
			default -> LossReason.REJECTED;
		};
	}

	private static String describe(GrpcResponse response) {
		String status = "gRPC status " + response.getStatusCode();
		String description = response.getStatusDescription();
		return (description != null && !description.isBlank()) ? status + ": " + description : status;
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

}
