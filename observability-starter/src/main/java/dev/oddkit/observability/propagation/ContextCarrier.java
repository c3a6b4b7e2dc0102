package dev.oddkit.observability.propagation;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.function.Consumer;

import io.micrometer.context.ContextSnapshotFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.CompositeTaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import org.springframework.util.ReflectionUtils;

/**
 * Runs a task with the context of the one that submitted it, and with an empty one if
 * there was none: nothing remains from the task before. A decorator of the user's works
 * inside.
 */
class ContextCarrier implements TaskDecorator {

	private static final ContextSnapshotFactory SNAPSHOTS = ContextSnapshotFactory.builder().clearMissing(true).build();

	private static final String RESCHEDULING = "org.springframework.scheduling.concurrent.ReschedulingRunnable";

	private static final int NEAREST_FRAMES = 16;

	private final @Nullable TaskDecorator inner;

	ContextCarrier(@Nullable TaskDecorator inner) {
		this.inner = inner;
	}

	/**
	 * Let an executor of Spring's carry context from now on, once.
	 * @param executor the executor, with a field of its decorator
	 * @param setter what sets the decorator
	 */
	static void install(Object executor, Consumer<TaskDecorator> setter) {
		TaskDecorator present = (TaskDecorator) read(executor, "taskDecorator");
		if (!carries(present)) {
			setter.accept(new ContextCarrier(present));
		}
	}

	static boolean isInstalled(Object executor) {
		return read(executor, "taskDecorator") instanceof TaskDecorator decorator && carries(decorator);
	}

	private static boolean carries(@Nullable TaskDecorator decorator) {
		if (decorator instanceof CompositeTaskDecorator composite
				&& read(composite, "taskDecorators") instanceof Collection<?> parts) {
			return parts.stream().anyMatch((part) -> carries((TaskDecorator) part));
		}
		return decorator instanceof ContextCarrier || decorator instanceof ContextPropagatingTaskDecorator;
	}

	private static @Nullable Object read(Object target, String name) {
		Field field = ReflectionUtils.findField(target.getClass(), name);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, target);
	}

	@Override
	public Runnable decorate(Runnable task) {
		Runnable decorated = (this.inner != null) ? this.inner.decorate(task) : task;
		return (recurs(task) ? SNAPSHOTS.captureFrom() : SNAPSHOTS.captureAll()).wrap(decorated);
	}

	/**
	 * Whether the task will run again and again, so that it must not continue the trace
	 * of the one that scheduled it.
	 */
	private static boolean recurs(Runnable task) {
		if (!(task instanceof RunnableScheduledFuture<?> scheduled)) {
			return false;
		}
		return scheduled.isPeriodic() || StackWalker.getInstance()
			.walk((frames) -> frames.limit(NEAREST_FRAMES)
				.anyMatch((frame) -> frame.getClassName().equals(RESCHEDULING)));
	}

	/**
	 * Return a task that runs with the context of this moment.
	 * @param task any argument of an executor's method
	 * @return the task with its context, or the argument itself if it is no task
	 */
	static @Nullable Object carry(@Nullable Object task) {
		if (task instanceof Callable<?> callable) {
			return SNAPSHOTS.captureAll().wrap(callable);
		}
		if (task instanceof Runnable runnable) {
			return SNAPSHOTS.captureAll().wrap(runnable);
		}
		return (task instanceof Collection<?> tasks) ? tasks.stream().map(ContextCarrier::carry).toList() : task;
	}

	/**
	 * Return a task that starts without any context, however often it runs.
	 * @param task any argument of a scheduler's method
	 * @return the task, or the argument itself if it is no task
	 */
	static @Nullable Object isolate(@Nullable Object task) {
		return (task instanceof Runnable runnable) ? SNAPSHOTS.captureFrom().wrap(runnable) : task;
	}

}
