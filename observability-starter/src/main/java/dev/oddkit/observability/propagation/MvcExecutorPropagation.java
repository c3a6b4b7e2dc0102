package dev.oddkit.observability.propagation;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Lets the executor carry context to which Spring MVC gives a {@code Callable} or a
 * {@code StreamingResponseBody}. It is no bean where Spring Boot's steps back behind one
 * of the user's, or where a {@code WebMvcConfigurer} makes its own.
 */
class MvcExecutorPropagation implements BeanPostProcessor {

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter
				&& PrivateField.read(adapter, "taskExecutor") instanceof AsyncTaskExecutor executor
				&& !ContextCarrier.isInstalled(executor) && !CarryingExecutor.isBefore(executor)) {
			// Its pool may have been built, too late for a decorator
			adapter.setTaskExecutor((AsyncTaskExecutor) CarryingExecutor.of(executor));
		}
		return bean;
	}

}
