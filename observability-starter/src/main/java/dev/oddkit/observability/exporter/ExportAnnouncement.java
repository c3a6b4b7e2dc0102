package dev.oddkit.observability.exporter;

import java.util.Arrays;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Says once at start that nothing is pushed, if so, and what to set.
 */
class ExportAnnouncement implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(ExportAnnouncement.class);

	private final Destinations destinations;

	ExportAnnouncement(Destinations destinations) {
		this.destinations = destinations;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (Arrays.stream(Signal.values()).allMatch((signal) -> this.destinations.of(signal) == null)) {
			logger.info("No endpoint for telemetry: nothing is pushed, metrics can still be scraped. "
					+ "Set observability.exporter.endpoint, for example to http://localhost:4318");
		}
	}

}
