package dev.oddkit.observability.exporter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.tracing.exporter.FinishedSpan;
import io.micrometer.tracing.exporter.SpanExportingPredicate;
import io.micrometer.tracing.exporter.SpanFilter;
import io.micrometer.tracing.exporter.SpanReporter;
import io.micrometer.tracing.otel.bridge.CompositeSpanExporter;
import io.micrometer.tracing.otel.bridge.OtelFinishedSpan;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * The beans of the application that look at each span before it leaves. One that throws
 * costs no span, and one line says so.
 */
class SpanInspectors {

	private static final Logger logger = LoggerFactory.getLogger(SpanInspectors.class);

	private final List<SpanExportingPredicate> predicates;

	private final List<SpanFilter> filters;

	private final List<SpanReporter> reporters;

	private final Set<Class<?>> told = ConcurrentHashMap.newKeySet();

	SpanInspectors(ListableBeanFactory beans) {
		this.predicates = beans.getBeanProvider(SpanExportingPredicate.class).orderedStream().toList();
		this.filters = beans.getBeanProvider(SpanFilter.class).orderedStream().toList();
		this.reporters = beans.getBeanProvider(SpanReporter.class).orderedStream().toList();
	}

	/**
	 * Return whether a bean receives spans, even if no exporter does.
	 * @return whether there is a reporter
	 */
	boolean report() {
		return !this.reporters.isEmpty();
	}

	/**
	 * Put the beans before the exporters. Micrometer's composite copies the attributes of
	 * each span, which is pointless where nobody changes one.
	 * @param exporters the exporters
	 * @return one exporter
	 */
	SpanExporter before(List<SpanExporter> exporters) {
		SpanExporter all = SpanExporter.composite(exporters);
		return (this.predicates.isEmpty() && this.filters.isEmpty() && this.reporters.isEmpty()) ? all
				: new CompositeSpanExporter(List.of(all), List.of(this::isWanted),
						this.reporters.stream().<SpanReporter>map(Reporter::new).toList(), List.of(this::filter));
	}

	private boolean isWanted(FinishedSpan span) {
		for (SpanExportingPredicate predicate : this.predicates) {
			try {
				if (!predicate.isExportable(span)) {
					Answer.current().unwanted(1);
					return false;
				}
			}
			catch (RuntimeException | LinkageError ex) {
				tell("SpanExportingPredicate", predicate, ex, "leave as if it did not mind");
			}
		}
		return true;
	}

	/**
	 * Let the filters change a span. What a filter could not change may be a secret.
	 */
	private FinishedSpan filter(FinishedSpan span) {
		FinishedSpan filtered = span;
		for (SpanFilter filter : this.filters) {
			try {
				filtered = filter.map(filtered);
				OtelFinishedSpan.toOtel(filtered);
			}
			catch (RuntimeException | LinkageError ex) {
				tell("SpanFilter", filter, ex, "leave without their attributes and events");
				return span.setTags(Map.of()).setEvents(List.of());
			}
		}
		return filtered;
	}

	private void tell(String type, Object bean, Throwable failure, String consequence) {
		if (this.told.add(bean.getClass())) {
			logger.warn("A {} of the application fails: {} ({}). The spans on which it fails {}. This is said once",
					type, bean.getClass().getName(), ExportFailure.describe(failure), consequence);
		}
	}

	private final class Reporter implements SpanReporter {

		private final SpanReporter delegate;

		private Reporter(SpanReporter delegate) {
			this.delegate = delegate;
		}

		@Override
		public void report(FinishedSpan span) {
			try {
				this.delegate.report(span);
			}
			catch (RuntimeException | LinkageError ex) {
				tell("SpanReporter", this.delegate, ex, "leave without its report");
			}
		}

		@Override
		public void close() throws Exception {
			this.delegate.close();
		}

	}

}
