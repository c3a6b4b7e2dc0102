package dev.oddkit.observability.sdk;

import java.util.List;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Keeps Spring Boot's own pipeline from being built: nobody asks for it, and its batch
 * processors would each own an idle thread and a queue.
 */
class IdlePipeline implements BeanFactoryPostProcessor {

	private static final List<String> BOOT_BEANS = List.of("otelSpanProcessor", "spanProcessors", "spanExporters",
			"openTelemetryBatchLogRecordProcessor", "otelSdkTracerProvider");

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		BOOT_BEANS.stream()
			.filter(beanFactory::containsBeanDefinition)
			.map(beanFactory::getBeanDefinition)
			.forEach((definition) -> definition.setLazyInit(true));
	}

}
