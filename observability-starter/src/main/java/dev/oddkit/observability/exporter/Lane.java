package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import io.opentelemetry.sdk.common.CompletableResultCode;
import org.jspecify.annotations.Nullable;

/**
 * Gives one receiver of several its own pace, so that one which hangs takes nothing from
 * the others. It gets one batch after the other, on a thread that it may block; batches
 * that would leave it more than half a queue behind pass it by.
 *
 * @param <D> the type of the items
 */
class Lane<D> implements Relay<D> {

	private static final String BEHIND = "half a queue behind";

	private final @Nullable String receiver;

	private final QueueLimit room;

	private final ToLongFunction<D> weight;

	private final Delivery delivery;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private boolean busy;

	private int items;

	private long text;

	/**
	 * Create a lane.
	 * @param receiver the name of an exporter of the application, or {@code null} for
	 * that to the destination
	 * @param limit how much may wait for all receivers
	 * @param weight the weight of an item's text
	 * @param delivery what the lane is part of
	 */
	Lane(@Nullable String receiver, QueueLimit limit, ToLongFunction<D> weight, Delivery delivery) {
		this.receiver = receiver;
		this.room = new QueueLimit(limit.items() / 2, limit.text() / 2);
		this.weight = weight;
		this.delivery = delivery;
	}

	/**
	 * Give each receiver its lane, unless it is the only one.
	 * @param <E> the type of the exporters
	 * @param own exporters to the destination
	 * @param users exporters of the application
	 * @param paced makes an exporter in a lane of an exporter and its name
	 * @return the exporters
	 */
	static <E> List<E> ofEach(List<E> own, List<E> users, BiFunction<E, @Nullable String, E> paced) {
		if (own.size() + users.size() < 2) {
			return Stream.concat(own.stream(), users.stream()).toList();
		}
		return Stream
			.concat(own.stream().map((exporter) -> paced.apply(exporter, null)),
					users.stream().map((exporter) -> paced.apply(exporter, exporter.getClass().getName())))
			.toList();
	}

	@Override
	public CompletableResultCode export(Collection<D> batch, Function<Collection<D>, CompletableResultCode> export) {
		Load load = Load.of(batch, this.weight);
		Answer answer = Answer.current();
		synchronized (this) {
			if (this.items > 0
					&& (this.items + load.items() > this.room.items() || this.text + load.text() > this.room.text())) {
				return behind(answer);
			}
			this.items += load.items();
			this.text += load.text();
		}
		return enqueue(() -> answer.during(() -> export.apply(batch)), load);
	}

	private CompletableResultCode behind(Answer answer) {
		if (this.receiver == null) {
			answer.failed(LossReason.QUEUE_FULL, "it is " + BEHIND);
			return CompletableResultCode.ofFailure();
		}
		answer.failed(LossReason.QUEUE_FULL, null);
		return CompletableResultCode.ofExceptionalFailure(new IOException(this.receiver + " is " + BEHIND));
	}

	@Override
	public CompletableResultCode afterwards(Supplier<CompletableResultCode> end) {
		return enqueue(() -> new Answer().during(end), new Load(0, 0));
	}

	private CompletableResultCode enqueue(Supplier<CompletableResultCode> work, Load load) {
		CompletableResultCode outcome = new CompletableResultCode();
		synchronized (this) {
			this.waiting.add(() -> perform(work, load, outcome));
			if (this.busy) {
				return outcome;
			}
			this.busy = true;
		}
		later();
		return outcome;
	}

	/**
	 * Never on the thread that completed what came before: the receiver might block it.
	 */
	private void later() {
		this.delivery.status().waits().workers().execute(this::next);
	}

	private void next() {
		Runnable work;
		synchronized (this) {
			work = this.waiting.poll();
			this.busy = work != null;
		}
		if (work != null) {
			work.run();
		}
	}

	/**
	 * Wait for the outcome, if the receiver tells one. While it blocks the thread nothing
	 * else is given to it.
	 */
	private void perform(Supplier<CompletableResultCode> work, Load load, CompletableResultCode outcome) {
		CompletableResultCode result = work.get();
		CompletableFuture<Boolean> end = new CompletableFuture<>();
		Future<?> tooLate = this.delivery.status().waits().timeout(this.delivery.patience(), end);
		end.whenComplete((success, late) -> {
			tooLate.cancel(false);
			synchronized (this) {
				this.items -= load.items();
				this.text -= load.text();
			}
			complete(outcome, result);
			later();
		});
		result.whenComplete(() -> end.complete(result.isSuccess()));
	}

	private static void complete(CompletableResultCode outcome, CompletableResultCode result) {
		Throwable failure = result.getFailureThrowable();
		if (result.isSuccess()) {
			outcome.succeed();
		}
		else if (failure != null) {
			outcome.failExceptionally(failure);
		}
		else {
			outcome.fail();
		}
	}

}
