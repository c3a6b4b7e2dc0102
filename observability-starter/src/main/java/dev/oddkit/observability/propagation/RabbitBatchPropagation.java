package dev.oddkit.observability.propagation;

import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.rabbit.config.AbstractRabbitListenerContainerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ObjectUtils;

/**
 * Lets every factory of listener containers whose observation is on observe batches too,
 * around the application's own advice.
 */
class RabbitBatchPropagation implements BeanPostProcessor {

	private final Advice batches;

	RabbitBatchPropagation(Advice batches) {
		this.batches = batches;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof AbstractRabbitListenerContainerFactory<?> factory && isObserved(factory)) {
			Advice @Nullable [] own = factory.getAdviceChain();
			factory.setAdviceChain(
					(own != null) ? ObjectUtils.addObjectToArray(own, this.batches, 0) : new Advice[] { this.batches });
		}
		return bean;
	}

	/**
	 * Its getter is for subclasses only.
	 */
	private static boolean isObserved(AbstractRabbitListenerContainerFactory<?> factory) {
		return Boolean.TRUE.equals(PrivateField.read(factory, "observationEnabled"));
	}

}
