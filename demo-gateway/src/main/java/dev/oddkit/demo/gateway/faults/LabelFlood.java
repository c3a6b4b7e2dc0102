package dev.oddkit.demo.gateway.faults;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import dev.oddkit.demo.gateway.GatewayTelemetry;
import dev.oddkit.demo.gateway.faults.FloodState.Phase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Counts user after user under a label value of its own, in the background and in
 * batches. One flood at a time, {@link #MOST} users at most, always the same ones. Or
 * counts one tenant as often: real traffic, which deserves its place again afterwards.
 */
@Component
class LabelFlood implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(LabelFlood.class);

	private static final int MOST = 200_000;

	private static final int BATCH = 1_000;

	private static final int PAUSE_MILLIS = 25;

	private final Semaphore turn = new Semaphore(1);

	private final AtomicReference<FloodState> state = new AtomicReference<>(FloodState.IDLE);

	private final GatewayTelemetry telemetry;

	private final TaskExecutor executor;

	LabelFlood(GatewayTelemetry telemetry, TaskExecutor executor) {
		this.telemetry = telemetry;
		this.executor = executor;
	}

	FloodState state() {
		return this.state.get();
	}

	FloodState start(int users, @Nullable String tenant) {
		if (users < 1 || users > MOST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"users is %d; it must be 1 to %d.".formatted(users, MOST));
		}
		if (!this.turn.tryAcquire()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT,
					"A label flood is running. Stop it with DELETE, or wait for its end.");
		}
		FloodState running = new FloodState(Phase.RUNNING, users, 0);
		this.state.set(running);
		IntFunction<String> value = (tenant != null) ? (user) -> tenant : (user) -> "user-" + user;
		this.executor.execute(() -> run(value));
		return running;
	}

	FloodState stop() {
		return this.state.updateAndGet((now) -> (now.phase() == Phase.RUNNING) ? now.in(Phase.STOPPED) : now);
	}

	private void run(IntFunction<String> value) {
		logger.warn("Label flood: {} users on the way", state().users());
		try {
			while (state().phase() == Phase.RUNNING) {
				this.telemetry.floodBatch(() -> batch(value));
			}
		}
		catch (RuntimeException ex) {
			this.state.updateAndGet((now) -> now.in(Phase.FAILED));
			logger.error("Label flood failed", ex);
		}
		finally {
			logger.warn("Label flood: {} after {} users", state().phase(), state().done());
			this.turn.release();
		}
	}

	private void batch(IntFunction<String> value) {
		FloodState now = state();
		int end = Math.min(now.users(), now.done() + BATCH);
		for (int user = now.done(); user < end; user++) {
			this.telemetry.flood(value.apply(user));
		}
		this.state.updateAndGet((current) -> current.at(end));
		if (end == now.users()) {
			this.state.updateAndGet((current) -> current.in(Phase.FINISHED));
			return;
		}
		try {
			Thread.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			stop();
		}
	}

	@Override
	public void close() {
		stop();
	}

}
