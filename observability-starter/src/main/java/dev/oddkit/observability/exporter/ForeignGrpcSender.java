package dev.oddkit.observability.exporter;

import java.io.InterruptedIOException;
import java.util.function.Consumer;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.GrpcSender;
import io.opentelemetry.sdk.common.export.GrpcStatusCode;
import io.opentelemetry.sdk.common.export.MessageWriter;

/**
 * Listens to what a gRPC backend answers to a sender that the user put on the class path.
 */
record ForeignGrpcSender(GrpcSender delegate) implements GrpcSender {

	@Override
	public void send(MessageWriter message, Consumer<GrpcResponse> onResponse, Consumer<Throwable> onError) {
		Answer answer = Answer.current();
		this.delegate.send(message, (response) -> {
			if (response.getStatusCode() == GrpcStatusCode.OK) {
				answer.read(response.getResponseMessage());
			}
			else {
				answer.failed(GrpcReply.reason(response.getStatusCode(), response.getStatusDescription()),
						GrpcReply.describe(response.getStatusCode(), response.getStatusDescription()));
			}
			onResponse.accept(response);
		}, (failure) -> {
			answer.failed((failure instanceof InterruptedIOException) ? LossReason.TIMEOUT : LossReason.UNREACHABLE,
					ExportFailure.describe(failure));
			onError.accept(failure);
		});
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.delegate.shutdown();
	}

}
