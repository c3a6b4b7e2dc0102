package dev.oddkit.demo.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

import dev.oddkit.demo.launcher.Demo;
import dev.oddkit.demo.launcher.DemoPart;
import dev.oddkit.demo.launcher.DemoPort;
import dev.oddkit.observability.otlp.OtlpReceiver;
import dev.oddkit.observability.otlp.RecordingConsumer;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.Trace;

/**
 * The three services as processes, exporting to a receiver of the test.
 */
final class Shop implements AutoCloseable {

	static final List<DemoPart> SERVICES = List.of(DemoPart.GATEWAY, DemoPart.ORDERS, DemoPart.INVENTORY);

	static final Duration PATIENCE = Duration.ofSeconds(60);

	private final RecordingConsumer received = new RecordingConsumer();

	private final Demo demo;

	private final ShopClient client;

	private OtlpReceiver receiver;

	private Shop(Class<?> test) throws IOException {
		this.receiver = OtlpReceiver.builder(this.received).build().start();
		this.demo = Demo.builder(Places.jars(), Places.folder(test))
			.sendTo(URI.create(this.receiver.endpoint()))
			.withoutConsole()
			.build();
		this.demo.start();
		this.client = new ShopClient(this.demo.url(DemoPort.GATEWAY));
	}

	static Shop open(Class<?> test) throws IOException {
		return new Shop(test);
	}

	Demo demo() {
		return this.demo;
	}

	ShopClient client() {
		return this.client;
	}

	RecordingConsumer received() {
		return this.received;
	}

	/**
	 * Waits for all spans of an order. Each service exports in order: once the spans of a
	 * later order are there, nothing of this one is on its way.
	 * @param order the answer to the order
	 * @return its trace
	 */
	Trace trace(ShopClient.Answer order) {
		await(order.traceId());
		await(this.client.order("TEA-01", 1).traceId());
		return await(order.traceId());
	}

	private Trace await(String traceId) {
		return this.received.awaitTrace("trace " + traceId + " of all three services with its confirmation",
				(trace) -> trace.traceId().equals(traceId) && trace.services().size() == 3 && trace.root().isRoot()
						&& (trace.spans().stream().anyMatch(this::endsAnOrder)),
				PATIENCE);
	}

	private boolean endsAnOrder(Span span) {
		return span.name().equals("shop.confirmation");
	}

	void loseReceiver() {
		this.receiver.close();
	}

	void bringReceiverBack() throws IOException {
		int port = URI.create(this.receiver.endpoint()).getPort();
		this.receiver = OtlpReceiver.builder(this.received).port(port).build().start();
	}

	List<String> log(DemoPart part) {
		try {
			return Files.readAllLines(this.demo.log(part));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.demo.close();
		this.receiver.close();
	}

}
