package dev.oddkit.observability.sdk;

import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.aop.config.AopConfigUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Replaces Spring's auto-proxy creator by {@link TelemetryAspectsProxyCreator}. One of
 * another class stays.
 */
class TelemetryAspects implements BeanFactoryPostProcessor {

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		if (beans.containsBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME)) {
			BeanDefinition creator = beans.getBeanDefinition(AopConfigUtils.AUTO_PROXY_CREATOR_BEAN_NAME);
			if (AnnotationAwareAspectJAutoProxyCreator.class.getName().equals(creator.getBeanClassName())) {
				creator.setBeanClassName(TelemetryAspectsProxyCreator.class.getName());
			}
		}
	}

}
