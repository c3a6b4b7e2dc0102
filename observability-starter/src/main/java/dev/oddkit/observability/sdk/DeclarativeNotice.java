package dev.oddkit.observability.sdk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;

/**
 * Says once at start what a declarative configuration switches off: the SDK is built from
 * it alone and asks none of our customizers.
 */
class DeclarativeNotice implements InitializingBean {

	/**
	 * The bean from which the OpenTelemetry starter builds such an SDK.
	 */
	static final String MODEL = "io.opentelemetry.sdk.autoconfigure.declarativeconfig.model.OpenTelemetryConfigurationModel";

	private static final Logger logger = LoggerFactory.getLogger(DeclarativeNotice.class);

	@Override
	public void afterPropertiesSet() {
		logger.warn("otel.file_format is set: the SDK is built from this declarative configuration alone. Without "
				+ "effect are observability.exporter, resource and sampling, OTEL_* variables, service connections, "
				+ "exporter and processor beans, and metrics of the OpenTelemetry API in the scrape");
	}

}
