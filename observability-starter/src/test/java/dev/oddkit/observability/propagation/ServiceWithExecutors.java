package dev.oddkit.observability.propagation;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * An application with executors of every kind that users declare.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ServiceWithExecutors {

	static final AtomicInteger decorated = new AtomicInteger();

	static final AtomicReference<Runnable> received = new AtomicReference<>();

	@Bean
	Grid grid() {
		return received::set;
	}

	@Bean
	ThreadPoolTaskExecutor pool() {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setCorePoolSize(1);
		pool.setTaskDecorator((task) -> {
			decorated.incrementAndGet();
			return task;
		});
		pool.initialize();
		return pool;
	}

	@Bean
	TaskExecutor simple() {
		return new SimpleAsyncTaskExecutor();
	}

	@Bean
	AsyncTaskExecutor concurrent(ExecutorService stealing) {
		return new ConcurrentTaskExecutor(stealing);
	}

	@Bean
	ThreadPoolTaskScheduler scheduler() {
		return new ThreadPoolTaskScheduler();
	}

	@Bean
	ExecutorService service() {
		return Executors.newFixedThreadPool(1);
	}

	@Bean
	ScheduledExecutorService scheduledService() {
		return Executors.newScheduledThreadPool(1);
	}

	/**
	 * A virtual thread for each task, where there are such threads.
	 */
	@Bean
	ExecutorService virtual() throws ReflectiveOperationException {
		return (Runtime.version().feature() < 21) ? Executors.newCachedThreadPool()
				: (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
	}

	@Bean
	ExecutorService stealing() {
		return Executors.newWorkStealingPool(1);
	}

	@Bean
	Executor lambda() {
		return (task) -> new Thread(task).start();
	}

	@Bean
	ThreadPoolExecutor fixed() {
		return new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
	}

	@Bean
	ForkJoinPool forkJoin() {
		return new ForkJoinPool(1);
	}

	@Bean
	TaskDecorator applicationDecorator() {
		return (task) -> task;
	}

	/**
	 * The interface of a data grid.
	 */
	interface Grid extends Executor {

		default String name() {
			return "grid";
		}

	}

}
