package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link DemoMain} as a process of its own, with small programs in place of
 * console and services.
 */
class DemoMainTests {

	@TempDir
	private Path folder;

	@Test
	void showsStepsAndLinks() throws IOException {
		StandIns.working(this.folder);
		try (RunningLauncher launcher = RunningLauncher.onFreePorts(this.folder).untilReady()) {
			assertThat(launcher.output()).containsPattern("\\d+\\.\\d s  gateway is ready")
				.contains("5 sample orders: 4 placed, 1 out of stock")
				.containsPattern("Shop +http://127\\.0\\.0\\.1:\\d+/")
				.containsPattern("A trace +http://127\\.0\\.0\\.1:\\d+/#/trace/4bf92f3577b34da6a3ce929d0e0e4736");
		}
	}

	@Test
	void endsWithOneSentenceWhereAPortIsTaken() throws Exception {
		StandIns.working(this.folder);
		try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				RunningLauncher launcher = RunningLauncher.onFreePorts(this.folder,
						"demo.port=" + taken.getLocalPort())) {
			assertThat(launcher.exitCode()).isEqualTo(1);
			assertThat(launcher.output()).endsWith("%nThe demo was not started, because port %s (shop) cannot be used: "
				.formatted(taken.getLocalPort())
					+ "another process listens on it. Choose other ports, for example with -Ddemo.port=0 "
					+ "(0 takes any free one).%n".formatted());
		}
	}

	@Test
	void endsWithTheLastLinesOfAProgramThatFailed() throws Exception {
		StandIns.working(this.folder);
		StandIns.write(this.folder, DemoPart.GATEWAY, FailingStandIn.class);
		try (RunningLauncher launcher = RunningLauncher.onFreePorts(this.folder)) {
			assertThat(launcher.exitCode()).isEqualTo(1);
			assertThat(launcher.output().lines().toList()).endsWith("  gateway | Something needed is missing");
			assertThat(launcher.output()).doesNotContain("Exception");
		}
	}

	@Test
	void explainsItsFlags() throws Exception {
		try (RunningLauncher launcher = new RunningLauncher(this.folder, "demo.help")) {
			assertThat(launcher.exitCode()).isZero();
			assertThat(launcher.output()).contains("-Ddemo.port=N ", "-Ddemo.otlp-port=N ", "-Ddemo.console-port=N ",
					"-Ddemo.open=true ");
		}
	}

	@Test
	void endsEverythingWhenItIsTerminated() throws Exception {
		StandIns.working(this.folder);
		try (RunningLauncher launcher = RunningLauncher.onFreePorts(this.folder).untilReady()) {
			List<ProcessHandle> children = launcher.children();
			long begin = System.nanoTime();
			launcher.process().toHandle().destroy();
			launcher.exitCode();
			assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
			assertThat(children).hasSize(4).noneMatch(ProcessHandle::isAlive);
		}
	}

	@Test
	void leavesNothingBehindWhenItIsKilled() throws Exception {
		StandIns.working(this.folder);
		StandIns.write(this.folder, DemoPart.ORDERS, FlushingStandIn.class);
		try (RunningLauncher launcher = RunningLauncher.onFreePorts(this.folder).untilReady()) {
			List<ProcessHandle> children = launcher.children();
			launcher.process().destroyForcibly();
			Eventually.so("no process is left", () -> children.stream().noneMatch(ProcessHandle::isAlive));
		}
		assertThat(Files.readString(this.folder.resolve("logs").resolve("orders.log")))
			.contains("At my end the console was there");
	}

	@Test
	void refusesToRunTwiceInTheSameFolder() throws Exception {
		StandIns.working(this.folder);
		try (RunningLauncher first = RunningLauncher.onFreePorts(this.folder).untilReady();
				RunningLauncher second = RunningLauncher.onFreePorts(this.folder)) {
			assertThat(second.exitCode()).isEqualTo(1);
			assertThat(second.output()).contains("another one still runs in " + this.folder);
			assertThat(first.children()).hasSize(4);
		}
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void keepsProcessesFromEndingByAKeyboardInterrupt() throws Exception {
		assumeThat(interruptsArrive()).as("SIGINT is ignored here, as by a job in the background").isTrue();
		StandIns.working(this.folder);
		try (RunningLauncher launcher = RunningLauncher.onFreePorts(this.folder).untilReady()) {
			List<ProcessHandle> children = launcher.children();
			for (ProcessHandle child : children) {
				interrupt(child);
			}
			long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
			while (System.nanoTime() < end) {
				assertThat(children).hasSize(4).allMatch(ProcessHandle::isAlive);
			}
			interrupt(launcher.process().toHandle());
			assertThat(launcher.exitCode()).isEqualTo(130);
			assertThat(children).noneMatch(ProcessHandle::isAlive);
		}
	}

	private static boolean interruptsArrive() throws Exception {
		Process sleep = new ProcessBuilder("sleep", "2").start();
		interrupt(sleep.toHandle());
		return sleep.waitFor() != 0;
	}

	private static void interrupt(ProcessHandle process) throws Exception {
		assertThat(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor()).isZero();
	}

}
