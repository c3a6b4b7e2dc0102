package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnpackedJar}.
 */
class UnpackedJarTests {

	@TempDir
	private Path folder;

	private final Manifest manifest = new Manifest();

	private Path jar(String... entries) throws IOException {
		this.manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		this.manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "example.Main");
		Path jar = this.folder.resolve("program.jar");
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream content = new JarOutputStream(file, this.manifest)) {
			for (String entry : entries) {
				content.putNextEntry(new JarEntry(entry));
				content.write(entry.getBytes());
			}
		}
		return jar;
	}

	@Test
	void putsClassesBeforeLibrariesInTheOrderOfTheJar() throws IOException {
		this.manifest.getMainAttributes().putValue("Start-Class", "example.Application");
		Path jar = jar("BOOT-INF/lib/b.jar", "BOOT-INF/lib/a.jar", "BOOT-INF/classes/example/Application.class");
		Path parts = this.folder.resolve("parts");
		UnpackedJar unpacked = UnpackedJar.unpack(jar, parts);
		assertThat(unpacked.classPath()).containsExactly(parts.resolve("BOOT-INF/classes"),
				parts.resolve("BOOT-INF/lib/b.jar"), parts.resolve("BOOT-INF/lib/a.jar"));
		assertThat(parts.resolve("BOOT-INF/classes/example/Application.class")).exists();
		assertThat(parts.resolve("BOOT-INF/lib/a.jar")).hasContent("BOOT-INF/lib/a.jar");
	}

	@Test
	void runsTheStartClass() throws IOException {
		this.manifest.getMainAttributes().putValue("Start-Class", "example.Application");
		assertThat(UnpackedJar.unpack(jar(), this.folder.resolve("parts")).mainClass())
			.isEqualTo("example.Application");
	}

	@Test
	void takesAJarWithoutJarsInsideAsItIs() throws IOException {
		UnpackedJar unpacked = UnpackedJar.unpack(jar("example/Main.class"), this.folder.resolve("parts"));
		assertThat(unpacked.mainClass()).isEqualTo("example.Main");
		assertThat(unpacked.classPath()).containsExactly(this.folder.resolve("parts/program.jar"));
	}

	@Test
	void removesWhatAnEarlierBuildLeft() throws IOException {
		this.manifest.getMainAttributes().putValue("Start-Class", "example.Application");
		Path parts = this.folder.resolve("parts");
		UnpackedJar.unpack(jar("BOOT-INF/classes/Old.class"), parts);
		UnpackedJar.unpack(jar("BOOT-INF/classes/New.class"), parts);
		assertThat(parts.resolve("BOOT-INF/classes")).isDirectoryContaining("glob:**New.class")
			.isDirectoryNotContaining("glob:**Old.class");
	}

}
