package dev.oddkit.observability.console.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.opentelemetry.proto.metrics.v1.Metric;

/**
 * Posts orders of a made-up shop to an OTLP endpoint for some seconds, with their logs
 * and, every two seconds, metrics. Arguments: endpoint, seconds.
 */
public final class SampleTraffic {

	private static final List<Double> BOUNDS = List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1.0, 2.5);

	private final SplittableRandom random = new SplittableRandom(7);

	private final Map<String, List<Double>> durations = new HashMap<>();

	private final Otlp otlp;

	private final long start = now();

	private int orders;

	SampleTraffic(String endpoint) {
		this.otlp = new Otlp(endpoint);
	}

	/**
	 * Sends.
	 * @param args endpoint and seconds
	 * @throws InterruptedException when interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		SampleTraffic traffic = new SampleTraffic((args.length > 0) ? args[0] : "http://127.0.0.1:4318");
		int seconds = (args.length > 1) ? Integer.parseInt(args[1]) : 60;
		for (int tick = 0; tick < seconds * 4; tick++) {
			SampleSpans trace = traffic.order();
			if (tick % 8 == 7) {
				traffic.report(trace.traceId());
			}
			Thread.sleep(250);
		}
	}

	SampleSpans order() {
		SampleSpans trace = SampleShop.order(now(), this.random);
		trace.post(this.otlp);
		this.orders++;
		double inventory = 0.004 + this.random.nextDouble() * 0.02;
		record("inventory", inventory);
		record("orders", inventory + 0.01 + this.random.nextDouble() * 0.01);
		record("gateway", inventory + 0.03 + this.random.nextDouble() * 0.05);
		return trace;
	}

	void report(String traceId) {
		long time = now();
		Map<String, String> routes = Map.of("gateway", "/api/orders", "orders", "/orders", "inventory",
				"/reservations");
		routes.forEach((service, route) -> {
			List<Metric> metrics = new ArrayList<>();
			metrics.add(SampleMetrics.histogram("http.server.request.duration", "s",
					Map.of("http.route", route, "http.request.method", "POST"), this.start, time, BOUNDS,
					this.durations.getOrDefault(service, List.of()), traceId, "00000000000000aa"));
			metrics.add(SampleMetrics.gauge("jvm.memory.used", "By", Map.of("jvm.memory.type", "heap"), time,
					4e7 + this.random.nextDouble() * 1e7));
			metrics.add(SampleMetrics.counter("http_requests_total", Map.of("endpoint", route), this.start, time,
					this.orders));
			if (service.equals("gateway")) {
				for (int user = 0; user < Math.min(101, this.orders); user++) {
					metrics.add(SampleMetrics.counter("shop.visits",
							Map.of("user_id", (user < 100) ? "user-" + user : "other"), this.start, time,
							this.orders - user));
				}
			}
			this.otlp.metrics(service, metrics);
		});
	}

	private void record(String service, double seconds) {
		this.durations.computeIfAbsent(service, (key) -> new ArrayList<>()).add(seconds);
	}

	private static long now() {
		Instant now = Instant.now();
		return now.getEpochSecond() * 1_000_000_000L + now.getNano();
	}

}
