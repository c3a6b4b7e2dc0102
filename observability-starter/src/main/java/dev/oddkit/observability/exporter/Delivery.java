package dev.oddkit.observability.exporter;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

import io.opentelemetry.sdk.common.CompletableResultCode;
import org.jspecify.annotations.Nullable;

/**
 * Books the outcome of the exports of one signal to one destination.
 *
 * @param signal the signal
 * @param destination where it goes
 * @param status the ledgers
 * @param patience after which time an exporter that does not tell any outcome has failed;
 * its items would be in flight forever
 */
record Delivery(Signal signal, String destination, ExportStatus status, Duration patience) {

	/**
	 * Book each export.
	 * @param <D> the type of the items
	 * @param weight the weight of an item's text
	 * @param paced whether each receiver keeps its own pace, so that the SDK need not
	 * wait before the next export
	 * @return what stands around the exports
	 */
	<D> Relay<D> relay(ToLongFunction<D> weight, boolean paced) {
		return (items, export) -> {
			// The SDK empties its batch as soon as it need not wait
			Collection<D> kept = paced ? List.copyOf(items) : items;
			CompletableResultCode booked = book(Load.of(kept, weight), () -> export.apply(kept));
			return paced ? CompletableResultCode.ofSuccess() : booked;
		};
	}

	CompletableResultCode book(Load load, Supplier<CompletableResultCode> export) {
		SignalLedger ledger = ledger();
		if (ledger.isClosed()) {
			return CompletableResultCode.ofFailure();
		}
		long number = this.status.begin();
		long overflow = ledger.dropped(LossReason.QUEUE_FULL);
		Answer answer = new Answer();
		CompletableFuture<Boolean> end = new CompletableFuture<>();
		CompletableResultCode outcome = answer.during(export);
		Future<?> tooLate = this.status.waits().timeout(this.patience, end);
		CompletableResultCode booked = new CompletableResultCode();
		end.whenComplete((success, late) -> {
			tooLate.cancel(false);
			if (late != null) {
				answer.failed(LossReason.TIMEOUT,
						"an exporter told no outcome within " + this.patience.toSeconds() + " s");
			}
			boolean arrived = late == null && success;
			int items = load.items() - answer.unwanted();
			int lost = arrived ? (int) Math.min(items, answer.rejected()) : items;
			ledger.settle(load, items, lost, arrived ? LossReason.PARTIAL_SUCCESS : answer.reason());
			this.status.ended(number, this,
					trouble(arrived, outcome, answer, lost, items, ledger.dropped(LossReason.QUEUE_FULL) - overflow));
			if (arrived) {
				booked.succeed();
			}
			else {
				booked.fail();
			}
		});
		outcome.whenComplete(() -> end.complete(outcome.isSuccess()));
		return booked;
	}

	private @Nullable String trouble(boolean arrived, CompletableResultCode outcome, Answer answer, int lost, int items,
			long overflow) {
		if (!arrived) {
			String failure = answer.failure();
			return (failure != null)
					? "Telemetry does not reach " + this.destination + ": " + this.signal.key() + " failed (" + failure
							+ ")"
					: "An exporter of the application fails: " + this.signal.key() + " ("
							+ ExportFailure.describe(outcome.getFailureThrowable()) + ")";
		}
		if (lost > 0) {
			return this.destination + " does not accept all telemetry: " + lost + " of " + this.signal.items(items)
					+ " rejected (" + answer.message() + ")";
		}
		if (overflow > 0) {
			return this.destination + " takes telemetry more slowly than it is emitted: the queue of "
					+ this.signal.key() + " is full";
		}
		return null;
	}

	SignalLedger ledger() {
		return this.status.ledger(this.signal);
	}

}
