package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder in which one demo keeps its logs and unpacked programs. Refuses a second
 * demo in the same folder, whatever its ports.
 */
final class Workplace {

	private final String jars;

	private final Path folder;

	private @Nullable FileChannel lock;

	Workplace(String jars, Path folder) {
		this.jars = jars;
		this.folder = folder;
	}

	Path log(DemoPart part) {
		return this.folder.resolve("logs").resolve(part.label() + ".log");
	}

	/**
	 * Takes possession of the folder and removes the logs of the demo before.
	 */
	synchronized void occupy() {
		try {
			Files.createDirectories(this.folder.resolve("logs"));
			FileChannel channel = FileChannel.open(this.folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!lock(channel)) {
				channel.close();
				throw new DemoFailure("The demo was not started, because another one still runs in " + this.folder
						+ ". End that one.");
			}
			this.lock = channel;
			for (DemoPart part : DemoPart.values()) {
				Files.deleteIfExists(log(part));
			}
		}
		catch (IOException ex) {
			throw new DemoFailure("The demo was not started, because its folder cannot be written: " + ex, ex);
		}
	}

	private static boolean lock(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	/**
	 * Gives the folder free for another demo.
	 */
	synchronized void leave() {
		try (FileChannel channel = this.lock) {
			this.lock = null;
		}
		catch (IOException ex) {
			throw new DemoFailure("The demo could not give its folder free: " + ex, ex);
		}
	}

	UnpackedJar unpack(DemoPart part) {
		Path jar = Path.of(this.jars.replace("{module}", part.module())).normalize();
		if (!Files.isRegularFile(jar)) {
			throw new DemoFailure("The demo was not started, because " + jar
					+ " is missing. Build it with ./mvnw package, or build and start the demo with ./mvnw -Pdemo.");
		}
		try {
			return UnpackedJar.unpack(jar, this.folder.resolve("programs").resolve(part.label()));
		}
		catch (IOException ex) {
			throw new DemoFailure("The demo was not started, because " + jar + " could not be unpacked: " + ex, ex);
		}
	}

}
