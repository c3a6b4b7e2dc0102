package dev.oddkit.observability.propagation;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import io.micrometer.context.ContextExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;

/**
 * Lets every executor bean carry context. Spring's own get a decorator and stay what they
 * are; one that is declared by an interface is put behind a proxy of its interfaces; one
 * that is declared by a class of the JDK must keep that class, and is named.
 */
class ExecutorPropagation implements BeanPostProcessor, BeanFactoryAware {

	private static final Logger logger = LoggerFactory.getLogger(ExecutorPropagation.class);

	private final Map<String, String> executors = new ConcurrentSkipListMap<>();

	@SuppressWarnings("NullAway.Init")
	private BeanFactory beanFactory;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof Executor executor && decorate(executor)) {
			this.executors.put(beanName, "carries context");
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (!(bean instanceof Executor executor) || this.executors.containsKey(beanName) || isNotOurs(executor)) {
			return bean;
		}
		Class<?> declared = declaredType(beanName);
		if (declared.isInterface() && declared.isInstance(bean) && isLocal(executor)) {
			this.executors.put(beanName, "carries context");
			return CarryingExecutor.of(executor);
		}
		this.executors.put(beanName, "does not carry context: must stay " + bean.getClass().getName());
		logger.info("The executor bean '{}' must stay the {} that it is, so its tasks lose their trace. {}", beanName,
				bean.getClass().getName(), remedy(executor));
		return bean;
	}

	private static String remedy(Executor executor) {
		String wrap = "ubmit tasks through ContextExecutorService.wrap(..)";
		if (!isLocal(executor)) {
			return "S" + wrap;
		}
		Class<?> type = Stream.of(ScheduledExecutorService.class, ExecutorService.class, Executor.class)
			.filter((candidate) -> candidate.isInstance(executor))
			.findFirst()
			.orElseThrow();
		return "Declare the bean as " + type.getSimpleName() + ", or s" + wrap;
	}

	/**
	 * Whether an executor is of a kind that runs any task in this process. Others, of a
	 * data grid for example, send tasks to other machines and want them as they are.
	 */
	private static boolean isLocal(Executor executor) {
		return ClassUtils.getAllInterfacesForClassAsSet(executor.getClass())
			.stream()
			.filter(Executor.class::isAssignableFrom)
			.map(Class::getName)
			.allMatch((name) -> name.startsWith("java.") || name.startsWith("org.springframework."));
	}

	/**
	 * Let an executor of Spring's carry context, before it builds its pool.
	 * @return whether it is one that has a decorator
	 */
	static boolean decorate(Executor executor) {
		if (executor instanceof ThreadPoolTaskExecutor pool) {
			ContextCarrier.install(pool, pool::setTaskDecorator);
		}
		else if (executor instanceof SimpleAsyncTaskExecutor simple) {
			ContextCarrier.install(simple, simple::setTaskDecorator);
		}
		else if (executor instanceof ThreadPoolTaskScheduler scheduler && !removesCancelledTasks(scheduler)) {
			ContextCarrier.install(scheduler, scheduler::setTaskDecorator);
		}
		else if (executor instanceof ConcurrentTaskExecutor concurrent
				&& !(executor instanceof ConcurrentTaskScheduler)) {
			ContextCarrier.install(concurrent, concurrent::setTaskDecorator);
		}
		else if (executor instanceof TaskExecutorAdapter adapter) {
			ContextCarrier.install(adapter, adapter::setTaskDecorator);
		}
		else {
			return false;
		}
		return true;
	}

	/**
	 * A decorated task hides from the queue of the JDK, which would keep it after it was
	 * cancelled.
	 */
	@SuppressWarnings("deprecation")
	private static boolean removesCancelledTasks(ThreadPoolTaskScheduler scheduler) {
		return scheduler.isRemoveOnCancelPolicy();
	}

	/**
	 * Whether an executor runs its tasks where they are submitted, carries context by
	 * itself, or does the work of a library.
	 */
	private static boolean isNotOurs(Executor executor) {
		String type = executor.getClass().getName();
		return executor instanceof SyncTaskExecutor || executor instanceof ContextExecutorService<?>
				|| type.startsWith("io.opentelemetry.") || type.startsWith("io.netty.");
	}

	private Class<?> declaredType(String beanName) {
		if (this.beanFactory instanceof ConfigurableListableBeanFactory factory
				&& factory.containsBeanDefinition(beanName)
				&& factory.getMergedBeanDefinition(beanName) instanceof RootBeanDefinition definition) {
			return definition.getResolvableType().resolve(Object.class);
		}
		return Object.class;
	}

	Map<String, String> executors() {
		return this.executors;
	}

}
