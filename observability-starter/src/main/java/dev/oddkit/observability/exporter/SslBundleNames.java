package dev.oddkit.observability.exporter;

import java.util.List;
import java.util.stream.Stream;

import dev.oddkit.observability.WrongValueException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Refuses the name of an SSL bundle that does not exist, also if nothing is exported yet.
 */
final class SslBundleNames {

	private SslBundleNames() {
	}

	static void check(Environment environment, ObjectProvider<SslBundles> bundles) {
		Stream<String> signals = Stream.of(Signal.values())
			.flatMap((signal) -> Stream.of("observability.exporter." + signal.key() + ".ssl-bundle",
					BootKeys.of(signal, "ssl-bundle")));
		Stream.concat(Stream.of("observability.exporter.ssl-bundle"), signals).forEach((property) -> {
			String name = environment.getProperty(property);
			if (name != null) {
				check(property, name,
						bundles.stream().flatMap((known) -> known.getBundleNames().stream()).sorted().toList());
			}
		});
	}

	private static void check(String property, String name, List<String> known) {
		if (!known.contains(name)) {
			throw new WrongValueException(property, name,
					"must name an SSL bundle; there " + (known.isEmpty() ? "is none" : "are " + known),
					"Define spring.ssl.bundle.pem." + name + " or spring.ssl.bundle.jks." + name + ".");
		}
	}

}
