package dev.oddkit.observability.otlp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Telemetry of a busy shop, made of fresh strings like those that a receiver decodes.
 */
final class LargeLoad {

	private static final String[] SERVICES = { "gateway", "orders", "inventory" };

	private static final int SPANS_PER_TRACE = 10;

	private static final String STACK_TRACE = "dev.oddkit.demo.OutOfStockException: no tea left\n"
			+ "\tat dev.oddkit.demo.inventory.StockController.reserve(StockController.java:42)\n".repeat(60);

	private final SplittableRandom random = new SplittableRandom(42);

	private long time = 1_800_000_000_000_000_000L;

	List<Span> trace() {
		String traceId = hex(16);
		List<Span> spans = new ArrayList<>();
		String parent = "";
		for (int i = 0; i < SPANS_PER_TRACE; i++) {
			this.time += 1_000_000;
			String spanId = hex(8);
			boolean failed = this.random.nextInt(100) == 0;
			spans.add(new Span(new String(traceId), spanId, parent, new String("GET /orders/{id}"), SpanKind.SERVER,
					this.time, this.time + this.random.nextInt(50_000_000), attributes(),
					failed ? exception() : List.of(), List.of(), failed ? SpanStatus.ERROR : SpanStatus.UNSET, "",
					scope(), resource(i)));
			parent = spanId;
		}
		return spans;
	}

	List<LogRecord> logs(Span span) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put(new String("thread.name"), new String("http-nio-8080-exec-" + this.random.nextInt(10)));
		attributes.put(new String("order.id"), "o-" + this.random.nextInt(1_000_000));
		String body = "Order " + hex(6) + " of customer " + this.random.nextInt(100_000)
				+ " was placed and is being packed";
		return List.of(
				new LogRecord(span.startNanos(), 9, new String("INFO"), body, "", attributes, span.traceId(),
						span.spanId(), scope(), span.resource()),
				new LogRecord(span.startNanos(), 9, new String("INFO"), "Stock of item " + hex(4) + " is low", "",
						attributes, span.traceId(), span.spanId(), scope(), span.resource()));
	}

	List<Metric> metrics() {
		this.time += 1_000_000;
		List<Metric> metrics = new ArrayList<>();
		for (int service = 0; service < SERVICES.length; service++) {
			Resource resource = resource(service);
			List<MetricPoint> histograms = new ArrayList<>();
			List<MetricPoint> sums = new ArrayList<>();
			for (int series = 0; series < 50; series++) {
				histograms.add(point(series, histogram(), List.of(exemplar())));
				sums.add(point(series, new NumberValue(this.random.nextInt()), List.of()));
			}
			metrics.add(new Metric("http.server.request.duration", "", "s", MetricType.HISTOGRAM, false,
					Temporality.CUMULATIVE, histograms, scope(), resource));
			metrics.add(new Metric("shop.orders", "", "1", MetricType.SUM, true, Temporality.CUMULATIVE, sums, scope(),
					resource));
		}
		return metrics;
	}

	private MetricPoint point(int series, PointValue value, List<Exemplar> exemplars) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put(new String("http.route"), "/orders/" + series);
		attributes.put(new String("http.request.method"), new String("GET"));
		return new MetricPoint(attributes, 1, this.time, value, exemplars);
	}

	private HistogramValue histogram() {
		List<Double> bounds = new ArrayList<>();
		List<Long> counts = new ArrayList<>();
		for (int i = 0; i < 14; i++) {
			bounds.add(i * 0.1);
			counts.add(this.random.nextLong(1_000_000));
		}
		counts.add(0L);
		return new HistogramValue(7, 3.5, 0.1, 0.9, bounds, counts);
	}

	private Exemplar exemplar() {
		return new Exemplar(this.time, 0.1, hex(16), hex(8), Map.of());
	}

	private List<SpanEvent> exception() {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put(new String("exception.type"), new String("OutOfStockException"));
		attributes.put(new String("exception.stacktrace"), STACK_TRACE + hex(4));
		return List.of(new SpanEvent(this.time, new String("exception"), attributes));
	}

	private Map<String, Object> attributes() {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put(new String("http.request.method"), new String("GET"));
		attributes.put(new String("http.response.status_code"), 200L);
		attributes.put(new String("http.route"), new String("/orders/{id}"));
		attributes.put(new String("url.path"), "/orders/" + this.random.nextInt(10_000_000));
		attributes.put(new String("url.scheme"), new String("http"));
		attributes.put(new String("server.address"), new String("localhost"));
		attributes.put(new String("server.port"), 8080L);
		attributes.put(new String("client.address"),
				"10.0." + this.random.nextInt(256) + "." + this.random.nextInt(256));
		attributes.put(new String("user_agent.original"), new String("Java-http-client/17.0.15"));
		attributes.put(new String("network.protocol.version"), new String("1.1"));
		attributes.put(new String("order.id"), hex(8));
		attributes.put(new String("thread.id"), (long) this.random.nextInt(200));
		return attributes;
	}

	private Resource resource(int index) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("service.name", SERVICES[index % SERVICES.length]);
		attributes.put("service.instance.id", "b6a1f0c2-" + index % SERVICES.length);
		attributes.put("telemetry.sdk.name", "opentelemetry");
		return new Resource(attributes);
	}

	private Scope scope() {
		return new Scope(new String("org.springframework.boot"), new String("4.1.2"));
	}

	private String hex(int bytes) {
		String digits = HexFormat.of().toHexDigits(this.random.nextLong());
		return (bytes > Long.BYTES) ? digits + hex(bytes - Long.BYTES) : digits.substring(0, bytes * 2);
	}

}
