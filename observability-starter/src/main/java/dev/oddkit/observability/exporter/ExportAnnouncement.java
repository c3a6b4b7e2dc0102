package dev.oddkit.observability.exporter;

import java.util.List;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/**
 * Says once at start that nothing is pushed, if so, and what to set; that an SDK of the
 * application's own leaves the starter nothing to set; and which settings contradict each
 * other.
 */
class ExportAnnouncement implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(ExportAnnouncement.class);

	/**
	 * Is set when a declarative configuration says where everything goes.
	 */
	private static final String FILE_FORMAT = "otel.file_format";

	/**
	 * Spring Boot's beans without which nobody can scrape: one exists if the endpoint is
	 * exposed, the other if there is a web server.
	 */
	private static final List<String> SCRAPE = List.of("prometheusEndpoint", "webEndpointDiscoverer");

	private final ListableBeanFactory beans;

	private final Environment environment;

	private final Destinations destinations;

	private final Pipelines pipelines;

	private final Contradictions contradictions;

	ExportAnnouncement(ListableBeanFactory beans, Environment environment, Destinations destinations,
			Pipelines pipelines, Contradictions contradictions) {
		this.beans = beans;
		this.environment = environment;
		this.destinations = destinations;
		this.pipelines = pipelines;
		this.contradictions = contradictions;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.environment.containsProperty(FILE_FORMAT)) {
			return;
		}
		if (names(AutoConfiguredOpenTelemetrySdk.class).length == 0) {
			logger.warn("The bean {} takes the place of the SDK: observability.exporter, resource, sampling and "
					+ "propagation and the beans that extend the SDK have no effect. Remove the bean, or customize "
					+ "the SDK by an AutoConfigurationCustomizerProvider bean",
					String.join(", ", names(OpenTelemetry.class)));
			return;
		}
		if (this.beans.getBeanNamesForType(AutoConfiguredOpenTelemetrySdk.class).length == 0) {
			// The parent of this context has the SDK, and has said it
			return;
		}
		if (this.destinations.isEmpty() && this.pipelines.isIdle()) {
			String scrape = SCRAPE.stream().allMatch(this.beans::containsBean) ? ", metrics can still be scraped" : "";
			if (this.environment.getProperty(Destinations.EXPORT, Boolean.class, true)) {
				logger.info("No endpoint for telemetry: nothing is pushed{}. "
						+ "Set observability.exporter.endpoint, for example to http://localhost:4318", scrape);
			}
			else {
				logger.info("Nothing is pushed{}: {} is false, as it is in a test that does not set it", scrape,
						Destinations.EXPORT);
			}
		}
		this.contradictions.find().forEach((sentence) -> logger.warn("{}", sentence));
	}

	private String[] names(Class<?> type) {
		return BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type);
	}

}
