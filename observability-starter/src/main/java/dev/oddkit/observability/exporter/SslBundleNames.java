package dev.oddkit.observability.exporter;

import java.util.List;

import dev.oddkit.observability.WrongValueException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/**
 * Refuses an SSL bundle that does not exist or cannot be read, also if nothing is
 * exported yet.
 */
final class SslBundleNames {

	private final Environment environment;

	private final List<SslBundles> bundles;

	private SslBundleNames(Environment environment, List<SslBundles> bundles) {
		this.environment = environment;
		this.bundles = bundles;
	}

	static void check(Environment environment, ObjectProvider<SslBundles> bundles) {
		SslBundleNames names = new SslBundleNames(environment, bundles.stream().toList());
		names.check("observability.exporter.ssl-bundle");
		for (Signal signal : Signal.values()) {
			names.check("observability.exporter." + signal.key() + ".ssl-bundle");
			names.check(BootKeys.of(signal, "ssl-bundle"));
		}
	}

	private void check(String property) {
		String name = this.environment.getProperty(property);
		if (name == null) {
			return;
		}
		List<String> known = this.bundles.stream()
			.flatMap((source) -> source.getBundleNames().stream())
			.sorted()
			.toList();
		if (!known.contains(name)) {
			throw new WrongValueException(property, name,
					"must name an SSL bundle; there " + (known.isEmpty() ? "is none" : "are " + known),
					"Define spring.ssl.bundle.pem." + name + " or spring.ssl.bundle.jks." + name + ".");
		}
		try {
			this.bundles.stream()
				.filter((source) -> source.getBundleNames().contains(name))
				.forEach((source) -> source.getBundle(name).createSslContext());
		}
		catch (RuntimeException ex) {
			throw new WrongValueException(property, name,
					"names an SSL bundle that cannot be used: " + NestedExceptionUtils.getMostSpecificCause(ex),
					"Correct spring.ssl.bundle.pem." + name + " or spring.ssl.bundle.jks." + name + ".");
		}
	}

}
