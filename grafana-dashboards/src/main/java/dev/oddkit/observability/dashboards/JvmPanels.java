package dev.oddkit.observability.dashboards;

/**
 * Memory, collector, threads and processor of a JVM.
 */
final class JvmPanels {

	private static final String CHOSEN = "service_name=\"$service\", instance=~\"$instance\"";

	private JvmPanels() {
	}

	static Panel[] all() {
		return new Panel[] { heap(), pause(), threads(), virtualThreads(), processor(), buffers(), executors() };
	}

	private static Panel heap() {
		return Panel
			.graph("Heap", "Used, committed and the limit, by instance. Used after a collection is what counts.")
			.unit("bytes")
			.query(Query.metrics("sum by (instance) (jvm_memory_used_bytes{" + CHOSEN + ", jvm_memory_type=\"heap\"})",
					"used {{instance}}"))
			.query(Query.metrics(
					"sum by (instance) (jvm_memory_committed_bytes{" + CHOSEN + ", jvm_memory_type=\"heap\"})",
					"committed {{instance}}"))
			.query(Query.metrics(
					"sum by (instance) (jvm_memory_limit_bytes{" + CHOSEN + ", jvm_memory_type=\"heap\"} > 0)",
					"limit {{instance}}"))
			.link(logs());
	}

	private static Panel pause() {
		return Panel
			.graph("Pauses of the garbage collector",
					"Share of time that the application stood still, by cause. None since the start: zero.")
			.unit("percentunit")
			.query(Query.metrics(
					PromQl.orZero(PromQl.rate("instance, jvm_gc_cause", "jvm_gc_duration_seconds_sum", CHOSEN)),
					"{{jvm_gc_cause}} {{instance}}"))
			.link(logs());
	}

	private static Panel threads() {
		return Panel.graph("Threads by state", "Platform threads by state.")
			.unit("short")
			.query(Query.metrics("sum by (jvm_thread_state) (jvm_thread_count{" + CHOSEN + "})",
					"{{jvm_thread_state}}"))
			.link(logs());
	}

	private static Panel virtualThreads() {
		return Panel.graph("Virtual threads",
				"Virtual threads that pinned their carrier, and starts that failed, per second. Measured on Java 21 and "
						+ "later with io.micrometer:micrometer-java21 on the class path; zero otherwise.")
			.unit("ops")
			.query(Query.metrics(
					PromQl.orZero(PromQl.rate("instance", "jvm_threads_virtual_pinned_seconds_count", CHOSEN)),
					"pinned {{instance}}"))
			.query(Query.metrics(
					PromQl.orZero(PromQl.rate("instance", "jvm_threads_virtual_submit_failed_total", CHOSEN)),
					"failed {{instance}}"))
			.link(logs());
	}

	private static Panel processor() {
		return Panel.graph("Processor", "Share of the machine's processors that the JVM uses, by instance.")
			.unit("percentunit")
			.query(Query.metrics("avg by (instance) (jvm_cpu_recent_utilization{" + CHOSEN + "})", "{{instance}}"))
			.link(logs());
	}

	private static Panel buffers() {
		return Panel.graph("Memory outside the heap", "Used by the JVM itself and by direct buffers, by instance.")
			.unit("bytes")
			.query(Query.metrics(
					"sum by (instance) (jvm_memory_used_bytes{" + CHOSEN + ", jvm_memory_type=\"non_heap\"})",
					"JVM {{instance}}"))
			.query(Query.metrics("sum by (instance) (jvm_buffer_memory_used_bytes{" + CHOSEN + "})",
					"buffers {{instance}}"))
			.link(logs());
	}

	private static Panel executors() {
		return Panel.graph("Executors", "Active threads and waiting tasks of each executor.")
			.unit("short")
			.query(Query.metrics("sum by (name) (executor_active_threads{" + CHOSEN + "})", "active {{name}}"))
			.query(Query.metrics("sum by (name) (executor_queued_tasks{" + CHOSEN + "})", "waiting {{name}}"))
			.link(logs());
	}

	private static Link logs() {
		return Link.to(SignalsDashboard.UID, "Logs at that time");
	}

}
