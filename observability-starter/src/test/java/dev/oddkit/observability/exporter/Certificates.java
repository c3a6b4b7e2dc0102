package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Key stores of a server and of two clients, made by the JDK's keytool. Everybody trusts
 * whom the test says.
 */
class Certificates {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final Path directory;

	Certificates(Path directory) throws IOException, InterruptedException {
		this.directory = directory;
		List<Process> tools = new ArrayList<>();
		for (String name : new String[] { "server", "client-a", "client-b" }) {
			tools.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "EC",
					"-validity", "3650", "-ext", "SAN=ip:127.0.0.1,dns:localhost", "-storetype", "PKCS12", "-keystore",
					store(name).toString(), "-storepass", new String(PASSWORD))
				.redirectErrorStream(true)
				.start());
		}
		for (Process tool : tools) {
			String said = new String(tool.getInputStream().readAllBytes());
			if (tool.waitFor() != 0) {
				throw new IllegalStateException(said);
			}
		}
		trustStore("trusted", "server");
	}

	private Path store(String name) {
		return this.directory.resolve(name + ".p12");
	}

	/**
	 * Return the lines that make a bundle named collector.
	 * @param client the client whose key is in it
	 * @return arguments of the command line
	 */
	List<String> bundle(String client) throws IOException {
		use(client);
		String prefix = "--spring.ssl.bundle.jks.collector.";
		return List.of(prefix + "keystore.location=file:" + store("mounted"), prefix + "keystore.password=changeit",
				prefix + "keystore.type=PKCS12", prefix + "truststore.location=file:" + store("trusted"),
				prefix + "truststore.password=changeit", prefix + "truststore.type=PKCS12",
				prefix + "reload-on-update=true", "--spring.ssl.bundle.watch.file.quiet-period=50ms");
	}

	/**
	 * Put a client's key where the bundle is read from, as a renewal would.
	 * @param client the client
	 */
	void use(String client) throws IOException {
		Path next = Files.copy(store(client), this.directory.resolve("next.p12"), StandardCopyOption.REPLACE_EXISTING);
		Files.move(next, store("mounted"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
	}

	SSLContext serverContext() {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(serverKeys(), trusted("client-a", "client-b"), null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	KeyManager[] serverKeys() {
		try {
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(load("server"), PASSWORD);
			return factory.getKeyManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	TrustManager[] trusted(String... names) {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(trustStore("trusted-by-server", names));
			return factory.getTrustManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private KeyStore trustStore(String file, String... names) throws IOException {
		try {
			KeyStore trust = KeyStore.getInstance("PKCS12");
			trust.load(null, PASSWORD);
			for (String name : names) {
				trust.setCertificateEntry(name, load(name).getCertificate(name));
			}
			try (OutputStream stream = Files.newOutputStream(store(file))) {
				trust.store(stream, PASSWORD);
			}
			return trust;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private KeyStore load(String name) throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(store(name))) {
			store.load(stream, PASSWORD);
		}
		return store;
	}

}
