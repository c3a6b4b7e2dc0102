package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;

/**
 * The port of one signal. It misbehaves on demand and counts what it really took.
 */
abstract class FaultyServer implements AutoCloseable {

	private final Signal signal;

	private final AtomicInteger accepted = new AtomicInteger();

	private final List<Long> arrivals = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Fault fault = Fault.NONE;

	private volatile CountDownLatch faultEnds = new CountDownLatch(0);

	private int port;

	private ServerSocket resetting;

	FaultyServer(Signal signal) {
		this.signal = signal;
	}

	/**
	 * Start to listen.
	 * @param address the address, with port 0 for any
	 * @param threads threads that may be blocked
	 * @return the port
	 */
	abstract int listen(InetSocketAddress address, ExecutorService threads) throws IOException;

	/**
	 * Close the port and its connections.
	 */
	abstract void stop();

	void open() {
		InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port);
		this.port = patiently(() -> listen(address, this.threads));
	}

	void become(Fault next) {
		Fault before = this.fault;
		this.fault = next;
		this.faultEnds.countDown();
		this.faultEnds = new CountDownLatch((next != Fault.NONE) ? 1 : 0);
		if (before.listens() && !next.listens()) {
			stop();
		}
		if (before == Fault.RESET) {
			close(this.resetting);
		}
		if (next == Fault.RESET) {
			reset();
		}
		if (!before.listens() && next.listens()) {
			open();
		}
	}

	private void reset() {
		ServerSocket socket = patiently(() -> new ServerSocket(this.port, 50, InetAddress.getLoopbackAddress()));
		this.resetting = socket;
		this.threads.execute(() -> {
			while (!socket.isClosed()) {
				try (Socket connection = socket.accept()) {
					connection.setSoTimeout(100);
					connection.getInputStream().read();
				}
				catch (IOException ex) {
					// The next one
				}
			}
		});
	}

	/**
	 * Listen to a port that was just closed and may be busy for a moment.
	 */
	private static <T> T patiently(Callable<T> listen) {
		return Awaitility.await().ignoreExceptions().until(listen, (any) -> true);
	}

	/**
	 * Answer a request as the fault demands.
	 * @param body the message
	 * @param answer takes the answer
	 */
	void handle(byte[] body, FaultyAnswer answer) throws IOException {
		this.arrivals.add(System.nanoTime());
		Fault fault = this.fault;
		int items = ExportItems.count(this.signal, body);
		try {
			if (fault == Fault.HANGING) {
				this.faultEnds.await();
				return;
			}
			if (fault == Fault.SLOW) {
				this.closed.await(1, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		if (fault.isSuccess()) {
			int rejected = (fault == Fault.PARTIAL) ? 1 : 0;
			this.accepted.addAndGet(items - rejected);
			answer.of(fault, ExportItems.answer(this.signal, rejected));
		}
		else {
			answer.of(fault, new byte[0]);
		}
	}

	String endpoint() {
		return "http://localhost:" + this.port;
	}

	int accepted() {
		return this.accepted.get();
	}

	List<Long> arrivals() {
		return this.arrivals;
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.faultEnds.countDown();
		if (this.fault.listens()) {
			stop();
		}
		close(this.resetting);
		this.threads.shutdownNow();
	}

	private static void close(ServerSocket socket) {
		try {
			if (socket != null) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Takes the answer of a server.
	 */
	interface FaultyAnswer {

		void of(Fault fault, byte[] message) throws IOException;

	}

}
