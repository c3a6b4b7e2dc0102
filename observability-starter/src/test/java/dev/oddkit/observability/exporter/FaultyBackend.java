package dev.oddkit.observability.exporter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;

/**
 * A backend that misbehaves on demand and counts what it really took.
 */
class FaultyBackend implements AutoCloseable {

	static final String MESSAGE = "quota exceeded";

	private final Map<Signal, AtomicInteger> accepted = new EnumMap<>(Signal.class);

	private final List<Long> arrivals = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile Fault fault = Fault.NONE;

	private volatile CountDownLatch faultEnds = new CountDownLatch(0);

	private HttpServer server;

	private int port;

	FaultyBackend() {
		for (Signal signal : Signal.values()) {
			this.accepted.put(signal, new AtomicInteger());
		}
		listen();
	}

	private void listen() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(this.threads);
		this.server.createContext("/", this::handle);
		this.server.start();
		this.port = this.server.getAddress().getPort();
	}

	void become(Fault fault) {
		if (this.fault == Fault.REFUSED && fault != Fault.REFUSED) {
			listen();
		}
		if (fault == Fault.REFUSED) {
			this.server.stop(0);
		}
		this.faultEnds.countDown();
		this.faultEnds = new CountDownLatch((fault != Fault.NONE) ? 1 : 0);
		this.fault = fault;
	}

	String endpoint() {
		return "http://localhost:" + this.port;
	}

	int accepted(Signal signal) {
		return this.accepted.get(signal).get();
	}

	/**
	 * Return when requests arrived, as {@link System#nanoTime()}.
	 */
	List<Long> arrivals() {
		return this.arrivals;
	}

	private void handle(HttpExchange exchange) throws IOException {
		this.arrivals.add(System.nanoTime());
		Fault fault = this.fault;
		try (exchange; InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
			Signal signal = signal(exchange.getRequestURI().getPath());
			int items = items(signal, body);
			if (fault == Fault.HANGING || fault == Fault.RESET) {
				if (fault == Fault.HANGING) {
					this.faultEnds.await();
				}
				return;
			}
			if (fault == Fault.SLOW) {
				this.closed.await(2, TimeUnit.SECONDS);
			}
			byte[] answer = (fault.status() == 200) ? answer(signal, (fault == Fault.PARTIAL) ? 1 : 0)
					: ("nothing for you" + fault).getBytes();
			exchange.getResponseHeaders()
				.add("Content-Type", (fault.status() == 200) ? "application/x-protobuf" : "text/plain");
			if (fault == Fault.THROTTLED) {
				exchange.getResponseHeaders().add("Retry-After", "1");
			}
			if (fault.status() == 200) {
				this.accepted.get(signal).addAndGet(items - ((fault == Fault.PARTIAL) ? 1 : 0));
			}
			exchange.sendResponseHeaders(fault.status(), (answer.length > 0) ? answer.length : -1);
			exchange.getResponseBody().write(answer);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Signal signal(String path) {
		return Signal.valueOf(path.substring("/v1/".length()).toUpperCase());
	}

	private static int items(Signal signal, InputStream body) throws IOException {
		return switch (signal) {
			case TRACES -> ExportTraceServiceRequest.parseFrom(body)
				.getResourceSpansList()
				.stream()
				.flatMap((resource) -> resource.getScopeSpansList().stream())
				.mapToInt((scope) -> scope.getSpansCount())
				.sum();
			case LOGS -> ExportLogsServiceRequest.parseFrom(body)
				.getResourceLogsList()
				.stream()
				.flatMap((resource) -> resource.getScopeLogsList().stream())
				.mapToInt((scope) -> scope.getLogRecordsCount())
				.sum();
			case METRICS -> ExportMetricsServiceRequest.parseFrom(body)
				.getResourceMetricsList()
				.stream()
				.flatMap((resource) -> resource.getScopeMetricsList().stream())
				.flatMap((scope) -> scope.getMetricsList().stream())
				.mapToInt(FaultyBackend::points)
				.sum();
		};
	}

	private static int points(Metric metric) {
		return metric.getGauge().getDataPointsCount() + metric.getSum().getDataPointsCount()
				+ metric.getHistogram().getDataPointsCount() + metric.getExponentialHistogram().getDataPointsCount()
				+ metric.getSummary().getDataPointsCount();
	}

	private static byte[] answer(Signal signal, int rejected) {
		if (rejected == 0) {
			return new byte[0];
		}
		Message answer = switch (signal) {
			case TRACES -> ExportTraceServiceResponse.newBuilder()
				.setPartialSuccess(
						ExportTracePartialSuccess.newBuilder().setRejectedSpans(rejected).setErrorMessage(MESSAGE))
				.build();
			case LOGS -> ExportLogsServiceResponse.newBuilder()
				.setPartialSuccess(
						ExportLogsPartialSuccess.newBuilder().setRejectedLogRecords(rejected).setErrorMessage(MESSAGE))
				.build();
			case METRICS -> ExportMetricsServiceResponse.newBuilder()
				.setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
					.setRejectedDataPoints(rejected)
					.setErrorMessage(MESSAGE))
				.build();
		};
		return answer.toByteArray();
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.faultEnds.countDown();
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
