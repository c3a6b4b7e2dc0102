package dev.oddkit.observability.propagation;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * Finds the HTTP clients of one family in the fields of the application's own beans.
 */
class ClientFields {

	private final HttpClients family;

	private final BeanFactory beans;

	private final Map<Class<?>, List<Field>> fields = new ConcurrentHashMap<>();

	ClientFields(HttpClients family, BeanFactory beans) {
		this.family = family;
		this.beans = beans;
	}

	/**
	 * Hand over each client that nobody observes, and its field.
	 */
	void forEachUnobserved(Object bean, BiConsumer<Field, Object> action) {
		Object target = AopProxyUtils.getSingletonTarget(bean);
		Object holder = (target != null) ? target : bean;
		for (Field field : fieldsOf(holder.getClass())) {
			Object client = ReflectionUtils.getField(field, holder);
			if (client != null && this.family.isUnobserved(client)) {
				action.accept(field, client);
			}
		}
	}

	/**
	 * Without locking the map: what is asked for the packages of the application may be
	 * made meanwhile, and pass here too.
	 */
	private List<Field> fieldsOf(Class<?> type) {
		List<Field> known = this.fields.get(type);
		if (known == null) {
			known = isOfTheApplication(type) ? candidates(type) : List.of();
			this.fields.put(type, known);
		}
		return known;
	}

	private List<Field> candidates(Class<?> type) {
		List<Field> candidates = new ArrayList<>();
		try {
			ReflectionUtils.doWithFields(type, candidates::add,
					(field) -> this.family.mayBe(field.getType()) && field.trySetAccessible());
		}
		catch (IllegalStateException ex) {
			// A class that is not there: Spring finds out, if it matters
		}
		return candidates;
	}

	/**
	 * A component may be in any package that the application scans.
	 */
	private boolean isOfTheApplication(Class<?> type) {
		String name = type.getPackageName() + ".";
		return !name.startsWith("org.springframework.")
				&& (AnnotatedElementUtils.hasAnnotation(type, Component.class) || isInPackageOfTheApplication(name));
	}

	private boolean isInPackageOfTheApplication(String name) {
		return AutoConfigurationPackages.has(this.beans) && AutoConfigurationPackages.get(this.beans)
			.stream()
			.anyMatch((candidate) -> name.startsWith(candidate + "."));
	}

}
