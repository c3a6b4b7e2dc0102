package dev.oddkit.observability.propagation;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets the HTTP clients of one family send the context though they were made without
 * Spring Boot's builders: those that are beans, and those in fields of the application's
 * beans if they can be changed there. The others are named.
 */
class ClientPropagation implements BeanPostProcessor, SmartInitializingSingleton, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(ClientPropagation.class);

	private static final String CARRIES = "carries context";

	private final HttpClients family;

	private final LateObservationRegistry registry;

	private final ClientFields fields;

	private final Map<String, String> clients = new ConcurrentSkipListMap<>();

	ClientPropagation(HttpClients family, LateObservationRegistry registry, BeanFactory beans) {
		this.family = family;
		this.registry = registry;
		this.fields = new ClientFields(family, beans);
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		return observe(bean, beanName);
	}

	/**
	 * The product of a factory bean passes here only, and all fields are filled.
	 */
	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		this.fields.forEachUnobserved(bean, this::observe);
		return observe(bean, beanName);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.registry.start();
	}

	@Override
	public void destroy() {
		this.registry.stop();
	}

	private Object observe(Object bean, String beanName) {
		if (!this.family.isUnobserved(bean)) {
			return bean;
		}
		this.clients.put(beanName, CARRIES);
		return this.family.observe(bean);
	}

	private void observe(Field field, Object client) {
		String name = field.getDeclaringClass().getName() + "." + field.getName();
		if (!this.family.isFixed(client)) {
			this.family.observe(client);
			this.clients.put(name, CARRIES);
			return;
		}
		String type = field.getType().getSimpleName();
		if (this.clients.put(name, "does not carry context: made by " + type + " itself") == null) {
			logger.info("The {} in {} sends no context, so what it calls begins a trace of its own. Build it from an "
					+ "injected {}.Builder, or declare it as a bean", type, name, type);
		}
	}

	Map<String, String> clients() {
		return this.clients;
	}

}
