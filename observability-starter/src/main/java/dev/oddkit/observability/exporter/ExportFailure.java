package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

import io.opentelemetry.sdk.common.export.GrpcResponse;
import io.opentelemetry.sdk.common.export.HttpResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapperImpl;
import org.springframework.util.StringUtils;

/**
 * Puts the reason of a failed export into a few words. The SDK's exception types are
 * internal, so they are asked by property.
 */
final class ExportFailure {

	private ExportFailure() {
	}

	static String describe(@Nullable Throwable failure) {
		if (failure == null) {
			return "no reason given";
		}
		String mismatch = WireMismatch.find(failure);
		if (mismatch != null) {
			return mismatch;
		}
		BeanWrapperImpl properties = new BeanWrapperImpl(failure);
		Object response = properties.isReadableProperty("response") ? properties.getPropertyValue("response") : null;
		if (response instanceof HttpResponse http) {
			return ("HTTP " + http.getStatusCode() + " " + http.getStatusMessage()).trim();
		}
		if (response instanceof GrpcResponse grpc) {
			return "gRPC status " + grpc.getStatusCode();
		}
		Throwable cause = failure;
		while (cause.getCause() != null && cause.getCause() != cause) {
			cause = cause.getCause();
		}
		if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
			return "unknown host";
		}
		if (failure instanceof ConnectException) {
			return "connection refused";
		}
		if (cause.getClass() == IOException.class && StringUtils.hasText(cause.getMessage())) {
			return cause.getMessage();
		}
		String name = cause.getClass().getSimpleName();
		return StringUtils.hasText(cause.getMessage()) ? name + ": " + cause.getMessage() : name;
	}

	/**
	 * Name a header that cannot be sent. The client's message would show the value.
	 * @param name the name of the header
	 * @return the failure
	 */
	static IOException ofHeader(String name) {
		return new IOException("Header '" + name + "' has a name or value that HTTP does not allow");
	}

}
