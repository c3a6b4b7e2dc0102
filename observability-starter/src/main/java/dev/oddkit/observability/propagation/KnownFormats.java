package dev.oddkit.observability.propagation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.oddkit.observability.PropertyMapping.Lookup;
import dev.oddkit.observability.WrongValueException;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Refuses names of formats for which the application has no propagator.
 */
class KnownFormats {

	static final String PROPERTY = "otel.propagators";

	private static final String EXTENSION = "io.opentelemetry:opentelemetry-extension-trace-propagators";

	private static final Map<String, String> ARTIFACTS = Map.of("b3", EXTENSION, "b3multi", EXTENSION, "jaeger",
			EXTENSION, "ottrace", EXTENSION, "xray", "io.opentelemetry.contrib:opentelemetry-aws-xray-propagator",
			"xray-lambda", "io.opentelemetry.contrib:opentelemetry-aws-xray-propagator");

	private final Set<String> names = new TreeSet<>(Set.of("tracecontext", "baggage", "none"));

	/**
	 * Collect the formats.
	 * @param classLoader the class loader of the application, whose services count
	 * @param beans the propagators of the user that are beans
	 */
	KnownFormats(@Nullable ClassLoader classLoader, Stream<ConfigurablePropagatorProvider> beans) {
		ServiceLoader.load(ConfigurablePropagatorProvider.class, classLoader)
			.forEach((provider) -> this.names.add(provider.getName()));
		beans.forEach((provider) -> this.names.add(provider.getName()));
	}

	/**
	 * Check before any bean exists, so that the start ends without a web server's noise;
	 * a propagator of the user's that is a bean puts the check off until it exists.
	 */
	static void checkEarly(ConfigurableListableBeanFactory beans, Lookup lookup) {
		List<String> configured = lookup.list(PROPERTY);
		if (configured != null
				&& beans.getBeanNamesForType(ConfigurablePropagatorProvider.class, true, false).length == 0
				&& !"true".equals(lookup.get("spring.aot.processing"))) {
			new KnownFormats(beans.getBeanClassLoader(), Stream.empty()).check(configured);
		}
	}

	void check(Collection<String> configured) {
		for (String name : configured) {
			if (!this.names.contains(name)) {
				throw new WrongValueException(PROPERTY, name,
						"is no format that is known here; there are " + String.join(", ", this.names), remedy(name));
			}
		}
		if (configured.size() > 1 && configured.contains("none")) {
			throw new WrongValueException(PROPERTY, String.join(",", configured),
					"has none together with other formats", "Remove none, or everything else.");
		}
	}

	private static String remedy(String name) {
		String artifact = ARTIFACTS.get(name);
		return (artifact != null) ? "Add the dependency " + artifact + "."
				: "Correct the name, or add the artifact that has its propagator.";
	}

}
