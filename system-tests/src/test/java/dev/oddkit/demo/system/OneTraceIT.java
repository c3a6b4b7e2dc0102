package dev.oddkit.demo.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.oddkit.demo.launcher.DemoPart;
import dev.oddkit.demo.launcher.DemoPort;
import dev.oddkit.observability.otlp.LogRecord;
import dev.oddkit.observability.otlp.Metric;
import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanKind;
import dev.oddkit.observability.otlp.Trace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What arrives when somebody orders something in the shop.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneTraceIT {

	private Shop shop;

	private ShopClient.Answer order;

	private Trace trace;

	@BeforeAll
	void orderSomething() throws IOException {
		this.shop = Shop.open(OneTraceIT.class);
		this.order = this.shop.client().order("MUG-01", 2);
		assertThat(this.order.status()).as(this.order.body()).isEqualTo(201);
		this.trace = this.shop.trace(this.order);
	}

	@AfterAll
	void closeShop() {
		if (this.shop != null) {
			this.shop.close();
		}
	}

	@Test
	void leadsFromServiceToService() {
		Span reservation = only("inventory", SpanKind.SERVER);
		assertThat(ancestry(reservation).filter((span) -> span.kind() != SpanKind.INTERNAL)
			.map((span) -> span.kind() + " " + span.resource().serviceName()))
			.containsExactly("SERVER inventory", "CLIENT orders", "SERVER orders", "CLIENT gateway", "SERVER gateway");
	}

	@Test
	void hasOneRootAndNoOrphan() {
		assertThat(this.trace.orphans()).as(this.trace.render()).isEmpty();
		assertThat(this.trace.spans()).filteredOn(Span::isRoot).as(this.trace.render()).hasSize(1);
	}

	@Test
	void hasEachSpanOnce() {
		assertThat(this.trace.spans().stream().map(Span::spanId)).doesNotHaveDuplicates();
		assertThat(tree(this.trace)).isEqualTo("""
				gateway SERVER POST /api/orders
				  gateway INTERNAL shop.checkout
				    gateway CLIENT POST /orders
				      orders SERVER POST /orders
				        orders INTERNAL process_order
				          orders CLIENT POST /reservations
				            inventory SERVER POST /reservations
				              inventory INTERNAL shop.reservation
				                inventory CLIENT insert reservation
				                inventory CLIENT select product stock
				                inventory CLIENT update stock
				          orders CLIENT insert order_item
				          orders CLIENT insert orders
				          orders CLIENT select orders order_item confirmation
				          orders INTERNAL shop.confirmation
				            orders CLIENT insert confirmation
				          orders CLIENT update order_item
				          orders CLIENT update orders
				""");
	}

	@Test
	void hasTheQueriesOfBothDatabases() {
		assertThat(this.trace.spans()).filteredOn((span) -> span.attributes().containsKey("db.system.name"))
			.as(this.trace.render())
			.allMatch((span) -> span.kind() == SpanKind.CLIENT && !span.isRoot())
			.extracting((span) -> span.resource().serviceName())
			.contains("orders", "inventory");
	}

	@Test
	void followsTheOrderToAnotherThread() {
		Span confirmation = named("shop.confirmation");
		assertThat(ancestry(confirmation)).contains(named("process_order"));
		assertThat(thread("Confirmation of order")).startsWith("task-");
		assertThat(thread("Order ")).doesNotStartWith("task-");
	}

	private String thread(String said) {
		return this.shop.log(DemoPart.ORDERS)
			.stream()
			.filter((line) -> line.contains(this.trace.traceId()) && line.contains(" : " + said))
			.map((line) -> line.split("[\\[\\]]")[3].strip())
			.findFirst()
			.orElseThrow();
	}

	@Test
	void hasTheSpanOfTheOpenTelemetryApi() {
		Span process = named("process_order");
		assertThat(process.attributes()).containsEntry("order.id", this.order.json().get("id").asString());
		assertThat(ancestry(process)).contains(only("orders", SpanKind.SERVER));
	}

	@Test
	void hasTheLogsOfAllServices() {
		List<LogRecord> logs = this.shop.received()
			.awaitLogs("logs of the order from all three services",
					(all) -> ofTrace(all).stream().map((log) -> log.resource().serviceName()).distinct().count() == 3,
					Shop.PATIENCE);
		Set<String> spans = this.trace.spans().stream().map(Span::spanId).collect(Collectors.toSet());
		assertThat(ofTrace(logs)).allMatch((log) -> spans.contains(log.spanId()));
	}

	@Test
	void hasMetricsThatLeadToATrace() {
		this.shop.received()
			.awaitMetrics("metrics of all three services with an exemplar of a received trace",
					(metrics) -> services(metrics).size() == 3, Shop.PATIENCE);
	}

	@Test
	void makesNoTraceOfAnythingButOrders() {
		for (DemoPort service : List.of(DemoPort.GATEWAY, DemoPort.ORDERS, DemoPort.INVENTORY)) {
			assertThat(this.shop.client().get(this.shop.demo().url(service).resolve("/actuator/health")).status())
				.isEqualTo(200);
		}
		this.shop.trace(this.shop.client().order("TEA-01", 1));
		assertThat(this.shop.received().traces()).extracting(Trace::root)
			.allMatch((root) -> root.name().equals("POST /api/orders") && root.isRoot());
	}

	private List<LogRecord> ofTrace(List<LogRecord> logs) {
		return logs.stream().filter((log) -> log.traceId().equals(this.trace.traceId())).toList();
	}

	private Set<String> services(List<Metric> metrics) {
		Set<String> traces = this.shop.received().traces().stream().map(Trace::traceId).collect(Collectors.toSet());
		return metrics.stream()
			.filter((metric) -> metric.points()
				.stream()
				.flatMap((point) -> point.exemplars().stream())
				.anyMatch((exemplar) -> traces.contains(exemplar.traceId())))
			.map((metric) -> metric.resource().serviceName())
			.collect(Collectors.toSet());
	}

	private Span only(String service, SpanKind kind) {
		List<Span> found = this.trace.spans()
			.stream()
			.filter((span) -> span.kind() == kind && span.resource().serviceName().equals(service))
			.toList();
		assertThat(found).as(this.trace.render()).hasSize(1);
		return found.get(0);
	}

	private Span named(String name) {
		List<Span> found = this.trace.spans().stream().filter((span) -> span.name().equals(name)).toList();
		assertThat(found).as(this.trace.render()).hasSize(1);
		return found.get(0);
	}

	private Stream<Span> ancestry(Span start) {
		List<Span> line = new ArrayList<>(List.of(start));
		Set<String> seen = new HashSet<>();
		for (Span span = start; !span.isRoot() && seen.add(span.spanId());) {
			String parent = span.parentSpanId();
			span = this.trace.spans()
				.stream()
				.filter((candidate) -> candidate.spanId().equals(parent))
				.findFirst()
				.orElseThrow();
			line.add(span);
		}
		return line.stream();
	}

	private static String tree(Trace trace) {
		StringBuilder lines = new StringBuilder();
		draw(trace, trace.root(), "", lines);
		return lines.toString();
	}

	private static void draw(Trace trace, Span span, String indent, StringBuilder lines) {
		lines.append(indent)
			.append(span.resource().serviceName())
			.append(' ')
			.append(span.kind())
			.append(' ')
			.append(span.name())
			.append('\n');
		trace.children(span)
			.stream()
			.sorted(Comparator.comparing(Span::name))
			.forEach((child) -> draw(trace, child, indent + "  ", lines));
	}

}
