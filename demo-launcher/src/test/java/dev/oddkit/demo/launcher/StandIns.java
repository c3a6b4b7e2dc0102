package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Writes runnable jars of small programs that stand in for console and services.
 */
final class StandIns {

	private static final List<Class<?>> PROGRAMS = List.of(StandInConsole.class, StandInService.class,
			FailingStandIn.class, FlushingStandIn.class, SilentStandIn.class, StubbornStandIn.class);

	private StandIns() {
	}

	static String jars(Path folder) {
		return folder.resolve("{module}.jar").toString();
	}

	static Path working(Path folder) {
		write(folder, DemoPart.CONSOLE, StandInConsole.class);
		for (DemoPart part : List.of(DemoPart.INVENTORY, DemoPart.ORDERS, DemoPart.GATEWAY)) {
			write(folder, part, StandInService.class);
		}
		return folder;
	}

	static void write(Path folder, DemoPart part, Class<?> program) {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
		try (OutputStream file = Files.newOutputStream(folder.resolve(part.module() + ".jar"));
				JarOutputStream jar = new JarOutputStream(file, manifest)) {
			for (Class<?> type : PROGRAMS) {
				String name = type.getName().replace('.', '/') + ".class";
				jar.putNextEntry(new JarEntry(name));
				try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
					code.transferTo(jar);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
