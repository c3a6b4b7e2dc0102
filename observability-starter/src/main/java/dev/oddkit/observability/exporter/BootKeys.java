package dev.oddkit.observability.exporter;

/**
 * What Spring Boot calls the settings of an exporter.
 */
final class BootKeys {

	private BootKeys() {
	}

	static String of(Signal signal, String setting) {
		return switch (signal) {
			case TRACES -> "management.opentelemetry.tracing.export.otlp." + otlp(setting);
			case METRICS -> "management.otlp.metrics.export." + metrics(setting);
			case LOGS -> "management.opentelemetry.logging.export.otlp." + otlp(setting);
		};
	}

	private static String otlp(String setting) {
		return switch (setting) {
			case "protocol" -> "transport";
			case "ssl-bundle" -> "ssl.bundle";
			default -> setting;
		};
	}

	private static String metrics(String setting) {
		return switch (setting) {
			case "endpoint" -> "url";
			case "compression" -> "compression-mode";
			case "timeout" -> "read-timeout";
			case "ssl-bundle" -> "ssl.bundle";
			// Spring Boot pushes metrics by HTTP only
			default -> setting;
		};
	}

}
