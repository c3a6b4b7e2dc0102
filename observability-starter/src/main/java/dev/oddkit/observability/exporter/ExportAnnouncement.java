package dev.oddkit.observability.exporter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Says once at start that nothing is pushed, if so, and what to set; and which settings
 * contradict each other.
 */
class ExportAnnouncement implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(ExportAnnouncement.class);

	private final Destinations destinations;

	private final Pipelines pipelines;

	private final Contradictions contradictions;

	ExportAnnouncement(Destinations destinations, Pipelines pipelines, Contradictions contradictions) {
		this.destinations = destinations;
		this.pipelines = pipelines;
		this.contradictions = contradictions;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.destinations.isEmpty() && this.pipelines.isIdle()) {
			logger.info("No endpoint for telemetry: nothing is pushed, metrics can still be scraped. "
					+ "Set observability.exporter.endpoint, for example to http://localhost:4318");
		}
		this.contradictions.find().forEach((sentence) -> logger.warn("{}", sentence));
	}

}
