package dev.oddkit.observability.metrics;

import java.util.Map;
import java.util.regex.Pattern;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import io.prometheus.metrics.model.snapshots.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Gives instruments of the OpenTelemetry API the names that Prometheus expects:
 * underscores, and the unit in words at the end.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/#metric-metadata-1">
 * Prometheus and OpenMetrics compatibility</a>
 */
final class PrometheusNames {

	private static final Pattern ILLEGAL = Pattern.compile("[^a-zA-Z0-9_]+");

	private static final Pattern ANNOTATION = Pattern.compile("\\{[^}]*}");

	private static final Pattern WORD = Pattern.compile("[a-zA-Z0-9%]");

	private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("s", "seconds"),
			Map.entry("ms", "milliseconds"), Map.entry("us", "microseconds"), Map.entry("ns", "nanoseconds"),
			Map.entry("min", "minutes"), Map.entry("h", "hours"), Map.entry("d", "days"), Map.entry("By", "bytes"),
			Map.entry("KiBy", "kibibytes"), Map.entry("MiBy", "mebibytes"), Map.entry("GiBy", "gibibytes"),
			Map.entry("kBy", "kilobytes"), Map.entry("MBy", "megabytes"), Map.entry("GBy", "gigabytes"),
			Map.entry("m", "meters"), Map.entry("V", "volts"), Map.entry("A", "amperes"), Map.entry("J", "joules"),
			Map.entry("W", "watts"), Map.entry("g", "grams"), Map.entry("Cel", "celsius"), Map.entry("Hz", "hertz"),
			Map.entry("%", "percent"));

	private PrometheusNames() {
	}

	static MetricMetadata of(MetricData metric) {
		String name = PrometheusNaming.sanitizeMetricName(underscored(metric.getName()));
		String unit = unit(metric.getUnit());
		if (unit != null && !name.endsWith(unit)) {
			name = name + "_" + unit;
		}
		return new MetricMetadata(name, metric.getDescription(), (unit != null) ? new Unit(unit) : null);
	}

	static String label(String key) {
		String label = underscored(key);
		// Two underscores in front are Prometheus's own
		return label.startsWith("__") ? label.substring(1) : label;
	}

	private static String underscored(String name) {
		String underscored = ILLEGAL.matcher(name).replaceAll("_");
		return Character.isDigit(underscored.charAt(0)) ? "_" + underscored : underscored;
	}

	/**
	 * Return the unit in words. What is counted, such as {@code {request}}, is none, and
	 * neither is a sign, such as {@code $}.
	 */
	private static @Nullable String unit(String unit) {
		String plain = ANNOTATION.matcher(unit).replaceAll("").trim();
		if (plain.equals("1") || !WORD.matcher(plain).find()) {
			return null;
		}
		int per = plain.indexOf('/');
		if (per < 0) {
			return plural(plain);
		}
		String divisor = plural(plain.substring(per + 1));
		divisor = divisor.endsWith("s") ? divisor.substring(0, divisor.length() - 1) : divisor;
		return (per > 0) ? plural(plain.substring(0, per)) + "_per_" + divisor : "per_" + divisor;
	}

	private static String plural(String unit) {
		String known = UNITS.get(unit);
		return (known != null) ? known : PrometheusNaming.sanitizeUnitName(ILLEGAL.matcher(unit).replaceAll("_"));
	}

}
