package dev.oddkit.demo.launcher;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Knows what each process of the demo is started with: where the others are, where its
 * telemetry goes, and short export intervals, so that a person sees things at once.
 */
final class Commands {

	private final Ports ports;

	private final String endpoint;

	private final @Nullable String console;

	Commands(Ports ports, String endpoint, @Nullable String console) {
		this.ports = ports;
		this.endpoint = endpoint;
		this.console = console;
	}

	ChildCommand command(DemoPart part, UnpackedJar program) {
		return switch (part) {
			case CONSOLE -> new ChildCommand(part, program, 128,
					List.of("--port=" + this.ports.number(DemoPort.CONSOLE),
							"--otlp-port=" + this.ports.number(DemoPort.OTLP)),
					Map.of(),
					// services that lost their launcher too still send their last data
					Duration.ofMillis(2500));
			case INVENTORY -> service(part, program, DemoPort.INVENTORY, Map.of());
			case ORDERS -> service(part, program, DemoPort.ORDERS,
					Map.of("SHOP_INVENTORY_URL", this.ports.url(DemoPort.INVENTORY)));
			case GATEWAY -> service(part, program, DemoPort.GATEWAY, Map.of("SHOP_ORDERS_URL",
					this.ports.url(DemoPort.ORDERS), "SHOP_INVENTORY_URL", this.ports.url(DemoPort.INVENTORY)));
		};
	}

	private ChildCommand service(DemoPart part, UnpackedJar program, DemoPort port, Map<String, String> neighbours) {
		Map<String, String> environment = new HashMap<>(neighbours);
		environment.put("SERVER_ADDRESS", "127.0.0.1");
		environment.put("SERVER_PORT", Integer.toString(this.ports.number(port)));
		environment.put("OTLP_ENDPOINT", this.endpoint);
		environment.put("OBSERVABILITY_METRICS_TO", "otlp,prometheus");
		environment.put("OTEL_BSP_SCHEDULE_DELAY", "500");
		environment.put("OTEL_BLRP_SCHEDULE_DELAY", "500");
		environment.put("OTEL_METRIC_EXPORT_INTERVAL", "5000");
		environment.put("OBSERVABILITY_SDK_SHUTDOWN_TIMEOUT", "2s");
		// leaves time to export what the last requests recorded
		environment.put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "2s");
		if (this.console != null) {
			environment.put("SHOP_TRACE_URL", this.console + "/#/trace/{traceId}");
		}
		return new ChildCommand(part, program, 192, List.of(), environment, Duration.ZERO);
	}

}
