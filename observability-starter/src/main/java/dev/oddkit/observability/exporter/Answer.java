package dev.oddkit.observability.exporter;

import java.util.function.Supplier;

import io.opentelemetry.api.impl.InstrumentationUtil;
import io.opentelemetry.sdk.common.CompletableResultCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of one export, as its sender saw it. The SDK passes on no more than success
 * or failure, so the sender picks up the answer of the export that calls it and fills it
 * in before it completes the export.
 */
final class Answer {

	private static final ThreadLocal<Answer> CURRENT = new ThreadLocal<>();

	private volatile LossReason reason = LossReason.FAILED;

	private volatile @Nullable String failure;

	private volatile long rejected;

	private volatile int unwanted;

	private volatile @Nullable String message;

	/**
	 * Return the answer of the export that runs in this thread.
	 * @return the answer, which nobody reads if there is no such export
	 */
	static Answer current() {
		Answer answer = CURRENT.get();
		return (answer != null) ? answer : new Answer();
	}

	/**
	 * Run the export. No span is made meanwhile: what the export of spans calls would
	 * fill the next one, forever.
	 */
	CompletableResultCode during(Supplier<CompletableResultCode> export) {
		CompletableResultCode[] outcome = new CompletableResultCode[1];
		InstrumentationUtil.suppressInstrumentation(() -> outcome[0] = run(export));
		return outcome[0];
	}

	private CompletableResultCode run(Supplier<CompletableResultCode> export) {
		CURRENT.set(this);
		try {
			return export.get();
		}
		catch (RuntimeException | Error ex) {
			// Whatever an exporter throws, its items must not stay in flight
			return CompletableResultCode.ofExceptionalFailure(ex);
		}
		finally {
			CURRENT.remove();
		}
	}

	/**
	 * Note why the export failed.
	 * @param reason the reason that is counted
	 * @param failure what went wrong on the way to the destination, in a few words, or
	 * {@code null} if it was an exporter of the application that did not get the items
	 */
	void failed(LossReason reason, @Nullable String failure) {
		this.reason = reason;
		this.failure = failure;
	}

	/**
	 * Note the partial success that an export response tells of, if it does.
	 * @param response the response in protobuf
	 */
	void read(byte[] response) {
		ProtobufMessage partialSuccess = ProtobufMessage.of(response).message(1);
		this.rejected = Math.max(0, partialSuccess.number(1));
		this.message = partialSuccess.text(2);
	}

	/**
	 * Note that the application itself does not want an item to leave.
	 */
	void unwanted(int items) {
		this.unwanted += items;
	}

	/**
	 * Return how many items of the export the application itself did not want to leave.
	 * @return the number of items, which are neither exported nor lost
	 */
	int unwanted() {
		return this.unwanted;
	}

	LossReason reason() {
		return this.reason;
	}

	/**
	 * Return why the export failed.
	 * @return the reason in a few words, or {@code null} if the sender did not say
	 */
	@Nullable String failure() {
		return this.failure;
	}

	/**
	 * Return how many items of a successful export were not accepted.
	 * @return the number of items
	 */
	long rejected() {
		return this.rejected;
	}

	/**
	 * Return what the backend says about the items that it did not accept.
	 * @return the message, or {@code null} if there is none
	 */
	@Nullable String message() {
		return this.message;
	}

}
