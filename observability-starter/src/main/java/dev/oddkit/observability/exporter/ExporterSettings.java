package dev.oddkit.observability.exporter;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import dev.oddkit.observability.PropertyOrigin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/**
 * Decides on the settings that the SDK has no property for or must not be given by one:
 * headers and SSL bundles. What somebody gave to the SDK wins, then what was set for the
 * signal, then the general value, then what Spring Boot calls the same.
 */
class ExporterSettings {

	private static final String OURS = "observability.exporter.";

	private static final String SDK = "otel.exporter.otlp.";

	private static final Bindable<Map<String, String>> HEADERS = Bindable.mapOf(String.class, String.class);

	private final Environment environment;

	private final ExporterProperties properties;

	ExporterSettings(Environment environment, ExporterProperties properties) {
		this.environment = environment;
		this.properties = properties;
	}

	/**
	 * Return the headers of a signal.
	 * @param signal the signal
	 * @return the headers, or {@code null} if the SDK has some or nobody set any
	 */
	@Nullable Headers headers(Signal signal) {
		if (isGivenToTheSdk(signal, "headers")) {
			return null;
		}
		ExporterProperties.Overrides specific = this.properties.of(signal);
		Headers headers = headers(named(OURS + signal.key() + ".headers.", specific.headers()), specific.headersFile());
		if (headers == null) {
			headers = headers(named(OURS + "headers.", this.properties.headers()), this.properties.headersFile());
		}
		return (headers != null) ? headers : headers(
				Binder.get(this.environment).bind(BootKeys.of(signal, "headers"), HEADERS).orElse(Map.of()), null);
	}

	/**
	 * An environment variable cannot name a dash: of its underscores Spring Boot makes
	 * dots, which no header has, and of the one that names a file a header, too.
	 */
	private Map<String, String> named(String prefix, Map<String, String> headers) {
		Map<String, String> named = new LinkedHashMap<>();
		headers.forEach((name, value) -> {
			if (!isVariable(prefix + name)) {
				named.putIfAbsent(name, value);
			}
			else if (!name.equals("file")) {
				named.putIfAbsent(name.replace('.', '-'), value);
			}
		});
		return named;
	}

	private boolean isVariable(String property) {
		PropertyOrigin origin = PropertyOrigin.find(this.environment, property);
		return origin != null && origin.isVariable();
	}

	private static @Nullable Headers headers(Map<String, String> constant, @Nullable Path file) {
		return (constant.isEmpty() && file == null) ? null
				: new Headers(constant, (file != null) ? new HeadersFile(file) : null);
	}

	/**
	 * Return the name of the SSL bundle of a signal.
	 * @param signal the signal
	 * @return the name, or {@code null} if the SDK has certificates or nobody set one
	 */
	@Nullable String sslBundle(Signal signal) {
		if (Stream.of("certificate", "client.certificate", "client.key")
			.anyMatch((setting) -> isGivenToTheSdk(signal, setting))) {
			return null;
		}
		String name = this.properties.of(signal).sslBundle();
		if (name == null) {
			name = this.properties.sslBundle();
		}
		return (name != null) ? name : this.environment.getProperty(BootKeys.of(signal, "ssl-bundle"));
	}

	/**
	 * Return how long an export of a signal may take, whoever said it.
	 * @param signal the signal
	 * @return the timeout
	 */
	Duration timeout(Signal signal) {
		String timeout = this.environment.getProperty(SDK + signal.key() + ".timeout",
				this.environment.getProperty(SDK + "timeout", "10s"));
		return DurationStyle.SIMPLE.parse(timeout.replaceAll("\\s", ""), ChronoUnit.MILLIS);
	}

	/**
	 * Return how much text of spans and of log records may wait.
	 * @return the number of characters for each signal
	 */
	long queueMemory() {
		return this.properties.queueMemory().toBytes();
	}

	private boolean isGivenToTheSdk(Signal signal, String setting) {
		return isSet(SDK + setting) || isSet(SDK + signal.key() + "." + setting);
	}

	/**
	 * Whether a property or, as for headers in YAML, one beneath it is set.
	 */
	private boolean isSet(String key) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(key);
		for (var source : ConfigurationPropertySources.get(this.environment)) {
			if (source.getConfigurationProperty(name) != null
					|| source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
				return true;
			}
		}
		return false;
	}

}
