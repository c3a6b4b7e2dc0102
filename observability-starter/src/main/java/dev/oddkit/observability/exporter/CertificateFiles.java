package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.stream.Stream;

import dev.oddkit.observability.WrongValueException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Refuses files of certificates that were given to the SDK by its own names and cannot be
 * read, and a half of a pair: the SDK would end the start without their names.
 */
class CertificateFiles {

	private static final String GENERAL = "otel.exporter.otlp.";

	private static final List<String> SETTINGS = List.of("certificate", "client.certificate", "client.key");

	private final Environment environment;

	CertificateFiles(Environment environment) {
		this.environment = environment;
	}

	void check() {
		SETTINGS.forEach((setting) -> readable(GENERAL + setting));
		for (Signal signal : Signal.values()) {
			String specific = GENERAL + signal.key() + ".";
			SETTINGS.forEach((setting) -> readable(specific + setting));
			pair(nearest(specific, "client.certificate"), nearest(specific, "client.key"));
		}
	}

	private void readable(String property) {
		String file = this.environment.getProperty(property);
		if (file != null && !Files.isReadable(Path.of(file))) {
			throw new WrongValueException(property, file, "is no file that can be read",
					"Mount the file where the property says and let the service's user read it.");
		}
		if (file != null && property.endsWith("certificate") && !isCertificate(Path.of(file))) {
			throw new WrongValueException(property, file, "holds no certificate", "Name a file in PEM format.");
		}
	}

	private static boolean isCertificate(Path file) {
		try (InputStream stream = Files.newInputStream(file)) {
			return !CertificateFactory.getInstance("X.509").generateCertificates(stream).isEmpty();
		}
		catch (IOException | CertificateException ex) {
			return false;
		}
	}

	/**
	 * The SDK looks for each of the two by itself, for the signal and then for all.
	 */
	private @Nullable String nearest(String specific, String setting) {
		return Stream.of(specific + setting, GENERAL + setting)
			.filter(this.environment::containsProperty)
			.findFirst()
			.orElse(null);
	}

	private void pair(@Nullable String certificate, @Nullable String key) {
		if (certificate == null && key != null) {
			throw new WrongValueException(key, null, "has no client certificate beside it", "Set both, or none.");
		}
		if (certificate != null && key == null) {
			throw new WrongValueException(certificate, null, "has no client key beside it", "Set both, or none.");
		}
	}

}
