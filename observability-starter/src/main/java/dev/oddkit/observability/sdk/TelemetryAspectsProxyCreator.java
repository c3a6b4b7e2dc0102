package dev.oddkit.observability.sdk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.aop.Advisor;
import org.springframework.aop.aspectj.AspectJPrecedenceInformation;
import org.springframework.aop.aspectj.annotation.AnnotationAwareAspectJAutoProxyCreator;
import org.springframework.beans.factory.BeanFactory;

/**
 * Asks the aspects of Micrometer and OpenTelemetry about those classes only that carry an
 * annotation of theirs. AspectJ decides by each method of each bean otherwise, and loads
 * the byte code of its class to do so. The user's aspects are asked as ever.
 */
class TelemetryAspectsProxyCreator extends AnnotationAwareAspectJAutoProxyCreator {

	private final transient Map<String, Boolean> telemetryAspects = new ConcurrentHashMap<>();

	private final transient TelemetryAnnotations annotations = new TelemetryAnnotations();

	@Override
	protected List<Advisor> findAdvisorsThatCanApply(List<Advisor> candidates, Class<?> beanClass, String beanName) {
		return super.findAdvisorsThatCanApply(
				this.annotations.isPresentOn(beanClass) ? candidates : withoutTelemetry(candidates), beanClass,
				beanName);
	}

	private List<Advisor> withoutTelemetry(List<Advisor> candidates) {
		return candidates.stream()
			.filter((advisor) -> !(advisor instanceof AspectJPrecedenceInformation aspect
					&& this.telemetryAspects.computeIfAbsent(aspect.getAspectName(), this::isOfTelemetry)))
			.toList();
	}

	private boolean isOfTelemetry(String aspect) {
		BeanFactory beans = getBeanFactory();
		Class<?> type = (beans != null && beans.containsBean(aspect)) ? beans.getType(aspect) : null;
		return type != null && TelemetryAnnotations.isFor(type);
	}

}
