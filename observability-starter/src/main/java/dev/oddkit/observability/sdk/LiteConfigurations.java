package dev.oddkit.observability.sdk;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.ConfigurationClassPostProcessor;
import org.springframework.core.Conventions;

/**
 * Takes the OpenTelemetry starter's configurations as if they had said
 * {@code proxyBeanMethods = false}, as all of Spring Boot's do: none of their bean
 * methods calls another, and making classes for that case takes part of each start.
 */
class LiteConfigurations implements BeanDefinitionRegistryPostProcessor {

	static final String PACKAGE = "io.opentelemetry.instrumentation.spring.autoconfigure.";

	private static final String ATTRIBUTE = Conventions.getQualifiedAttributeName(ConfigurationClassPostProcessor.class,
			"configurationClass");

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (String name : registry.getBeanDefinitionNames()) {
			BeanDefinition definition = registry.getBeanDefinition(name);
			String type = definition.getBeanClassName();
			if (type != null && type.startsWith(PACKAGE) && "full".equals(definition.getAttribute(ATTRIBUTE))) {
				definition.setAttribute(ATTRIBUTE, "lite");
			}
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
	}

}
