package dev.oddkit.demo.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Demo} with small programs in place of console and services.
 */
class DemoTests {

	private static final List<DemoPart> SERVICES = List.of(DemoPart.INVENTORY, DemoPart.ORDERS, DemoPart.GATEWAY);

	@TempDir
	private Path folder;

	private final Queue<String> news = new ConcurrentLinkedQueue<>();

	private Demo demo;

	@AfterEach
	void endDemo() {
		if (this.demo != null) {
			this.demo.close();
		}
	}

	private Demo demo() {
		this.demo = builder().build();
		return this.demo;
	}

	private DemoBuilder builder() {
		return Demo.builder(StandIns.jars(this.folder), this.folder)
			.news(this.news::add)
			.patience(Duration.ofSeconds(30));
	}

	@Test
	void tellsWhichProcessIsReady() {
		StandIns.working(this.folder);
		demo().start();
		assertThat(this.news).containsExactlyInAnyOrder("console is ready", "inventory is ready", "orders is ready",
				"gateway is ready");
	}

	@Test
	void tellsServicesWhereTheOthersAre() throws IOException {
		StandIns.working(this.folder);
		demo().start();
		assertThat(Files.readString(this.demo.log(DemoPart.ORDERS)))
			.contains("SHOP_INVENTORY_URL=" + this.demo.url(DemoPort.INVENTORY))
			.contains("OTLP_ENDPOINT=" + this.demo.url(DemoPort.OTLP));
		assertThat(Files.readString(this.demo.log(DemoPart.GATEWAY)))
			.contains("SHOP_ORDERS_URL=" + this.demo.url(DemoPort.ORDERS))
			.contains("SHOP_TRACE_URL=" + this.demo.url(DemoPort.CONSOLE) + "/#/trace/{traceId}");
	}

	@Test
	void endsTheServicesBeforeTheConsole() {
		StandIns.working(this.folder);
		demo().start();
		this.demo.close();
		assertThat(SERVICES).allSatisfy(
				(part) -> assertThat(this.demo.log(part)).content().contains("At my end the console was there"));
		assertThat(processes()).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	void killsAProcessThatDoesNotEnd() {
		StandIns.working(this.folder);
		StandIns.write(this.folder, DemoPart.ORDERS, StubbornStandIn.class);
		demo().start();
		long begin = System.nanoTime();
		this.demo.close();
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
		assertThat(processes()).noneMatch(ProcessHandle::isAlive);
		assertThat(this.news).contains("The orders process did not end in time and was killed.");
	}

	@Test
	void tellsWhichProcessFailedAndWhatItSaid() {
		StandIns.working(this.folder);
		StandIns.write(this.folder, DemoPart.INVENTORY, FailingStandIn.class);
		assertThatExceptionOfType(DemoFailure.class).isThrownBy(demo()::start)
			.withMessageStartingWith("The inventory process ended with exit code 3; its log ")
			.withMessageContaining(this.demo.log(DemoPart.INVENTORY).toString())
			.withMessageContaining("inventory | Something needed is missing");
		assertThat(processes()).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	void tellsWhichProcessWasNotReadyInTime() {
		StandIns.working(this.folder);
		StandIns.write(this.folder, DemoPart.CONSOLE, SilentStandIn.class);
		this.demo = builder().patience(Duration.ofSeconds(3)).build();
		assertThatExceptionOfType(DemoFailure.class).isThrownBy(this.demo::start)
			.withMessageStartingWith("The console process was not ready after 3 seconds")
			.withMessageContaining("console | Thinking");
		assertThat(processes()).noneMatch(ProcessHandle::isAlive);
	}

	@Test
	void startsNothingWhereAPortIsTaken() throws IOException {
		StandIns.working(this.folder);
		try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			this.demo = builder().port(DemoPort.OTLP, taken.getLocalPort()).build();
			assertThatExceptionOfType(DemoFailure.class).isThrownBy(this.demo::start)
				.withMessageContaining("-Ddemo.otlp-port=0");
		}
		assertThat(this.folder.resolve("logs")).isEmptyDirectory();
	}

	@Test
	void refusesASecondDemoInTheSameFolder() {
		StandIns.working(this.folder);
		demo().start();
		try (Demo second = builder().build()) {
			assertThatExceptionOfType(DemoFailure.class).isThrownBy(second::start)
				.withMessageContaining("another one still runs in " + this.folder);
		}
		assertThat(processes()).allMatch(ProcessHandle::isAlive);
	}

	@Test
	void namesAProgramThatWasNotBuilt() throws IOException {
		StandIns.working(this.folder);
		Files.delete(this.folder.resolve("demo-gateway.jar"));
		assertThatExceptionOfType(DemoFailure.class).isThrownBy(demo()::start)
			.withMessageContaining("demo-gateway.jar is missing. Build it with ./mvnw package");
	}

	@Test
	void startsTheConsoleAgainOnceOnTheSamePorts() throws IOException {
		StandIns.working(this.folder);
		demo().start();
		ProcessHandle first = this.demo.process(DemoPart.CONSOLE);
		first.destroyForcibly();
		Eventually.so("told", () -> told("The console is back"));
		ProcessHandle second = this.demo.process(DemoPart.CONSOLE);
		assertThat(second.pid()).isNotEqualTo(first.pid());
		String address = "Console ready at " + this.demo.url(DemoPort.CONSOLE);
		assertThat(Files.readAllLines(this.demo.log(DemoPart.CONSOLE))).containsExactly(address, address);
		second.destroyForcibly();
		Eventually.so("told", () -> told("is not started any more"));
		assertThat(SERVICES).allMatch((part) -> this.demo.process(part).isAlive());
	}

	@Test
	void saysThatAServiceEnded() {
		StandIns.working(this.folder);
		demo().start();
		this.demo.process(DemoPart.ORDERS).destroyForcibly();
		Eventually.so("told", () -> told("The orders process ended with exit code"));
		assertThat(this.news).anyMatch((line) -> line.contains(this.demo.log(DemoPart.ORDERS).toString()));
	}

	@Test
	void sendsToAnotherReceiverWithoutAConsole() throws IOException {
		StandIns.working(this.folder);
		try (ServerSocket receiver = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			String endpoint = "http://127.0.0.1:" + receiver.getLocalPort();
			this.demo = builder().sendTo(URI.create(endpoint)).withoutConsole().build();
			this.demo.start();
			assertThat(Files.readString(this.demo.log(DemoPart.GATEWAY))).contains("OTLP_ENDPOINT=" + endpoint)
				.doesNotContain("SHOP_TRACE_URL");
		}
		assertThat(this.demo.log(DemoPart.CONSOLE)).doesNotExist();
	}

	private boolean told(String part) {
		return this.news.stream().anyMatch((line) -> line.contains(part));
	}

	private List<ProcessHandle> processes() {
		return Stream.of(DemoPart.values()).map(this::processOrNone).flatMap(Stream::ofNullable).toList();
	}

	private ProcessHandle processOrNone(DemoPart part) {
		try {
			return this.demo.process(part);
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

}
