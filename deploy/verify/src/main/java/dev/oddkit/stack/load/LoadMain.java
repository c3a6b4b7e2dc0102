package dev.oddkit.stack.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Places orders at {@code LOAD_GATEWAY}, {@code LOAD_PER_SECOND} of them, and ends after
 * {@code LOAD_MINUTES}. Every tenth customer reads the list of orders, too; what is out
 * of stock is delivered again. At most 200 a second for at most a day.
 */
public final class LoadMain {

	private static final List<String> SKUS = List.of("MUG-01", "TEA-01", "BOOK-01", "SOCK-01", "LAMP-01");

	private final HttpClient http = HttpClient.newBuilder()
		.proxy(HttpClient.Builder.NO_PROXY)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final Random random = new Random();

	private final AtomicLong placed = new AtomicLong();

	private final AtomicLong refused = new AtomicLong();

	private final AtomicLong failed = new AtomicLong();

	private final URI gateway;

	private LoadMain(URI gateway) {
		this.gateway = gateway;
	}

	/**
	 * Runs until it is over.
	 * @param args none
	 * @throws InterruptedException when it is ended early
	 */
	public static void main(String[] args) throws InterruptedException {
		Map<String, String> settings = System.getenv();
		double perSecond = Math.min(200, Double.parseDouble(settings.getOrDefault("LOAD_PER_SECOND", "2")));
		double minutes = Math.min(1440, Double.parseDouble(settings.getOrDefault("LOAD_MINUTES", "60")));
		new LoadMain(URI.create(settings.getOrDefault("LOAD_GATEWAY", "http://127.0.0.1:8080"))).run(perSecond,
				minutes);
	}

	private void run(double perSecond, double minutes) throws InterruptedException {
		ScheduledExecutorService customers = Executors.newScheduledThreadPool(8);
		customers.scheduleAtFixedRate(this::customer, 0, Math.round(1_000_000 / perSecond), TimeUnit.MICROSECONDS);
		customers.scheduleAtFixedRate(() -> System.out.println(this), 10, 10, TimeUnit.SECONDS);
		customers.awaitTermination(Math.round(minutes * 60_000), TimeUnit.MILLISECONDS);
		customers.shutdownNow();
		customers.awaitTermination(15, TimeUnit.SECONDS);
		System.out.println(this + ", ended");
	}

	private void customer() {
		String sku = SKUS.get(this.random.nextInt(SKUS.size()));
		int status = post("/api/orders", "{\"customer\":\"load\",\"sku\":\"" + sku + "\",\"quantity\":1}");
		switch (status) {
			case 201 -> this.placed.incrementAndGet();
			case 409 -> {
				this.refused.incrementAndGet();
				post("/api/restocks", "{\"sku\":\"" + sku + "\",\"quantity\":200}");
			}
			default -> this.failed.incrementAndGet();
		}
		if (this.random.nextInt(10) == 0) {
			send(HttpRequest.newBuilder(this.gateway.resolve("/api/orders")));
		}
	}

	private int post(String path, String json) {
		return send(HttpRequest.newBuilder(this.gateway.resolve(path))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(json)));
	}

	private int send(HttpRequest.Builder request) {
		try {
			return this.http
				.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	@Override
	public String toString() {
		return this.placed + " orders placed, " + this.refused + " out of stock, " + this.failed + " failed";
	}

}
