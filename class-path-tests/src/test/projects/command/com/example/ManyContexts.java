package com.example;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.micrometer.context.ContextRegistry;
import io.micrometer.core.instrument.Metrics;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens ten contexts, up to three at a time, and closes now the oldest and now the
 * newest. Then it says what the JVM still holds.
 */
@EnableAutoConfiguration
public class ManyContexts {

	private static final Logger logger = LoggerFactory.getLogger(ManyContexts.class);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Deque<ConfigurableApplicationContext> open = new ArrayDeque<>();

	private final ReferenceQueue<Object> queue = new ReferenceQueue<>();

	private final Map<Reference<?>, String> watched = new LinkedHashMap<>();

	public static void main(String[] args) throws Exception {
		int accessors = ContextRegistry.getInstance().getThreadLocalAccessors().size();
		ManyContexts contexts = new ManyContexts();
		contexts.openAndClose(args);
		System.out.println("retained " + contexts.retained());
		System.out.println("accessors " + (ContextRegistry.getInstance().getThreadLocalAccessors().size() - accessors));
		System.out.println("registries " + Metrics.globalRegistry.getRegistries().size());
		System.out.println("global " + GlobalOpenTelemetry.isSet());
	}

	private void openAndClose(String[] args) {
		for (int i = 0; i < 10; i++) {
			if (this.open.size() == 3) {
				((i % 2 == 0) ? this.open.removeFirst() : this.open.removeLast()).close();
			}
			open(i, args);
			// The newest is gone again: the one before must take over
			if (i % 3 == 2) {
				this.open.removeLast().close();
			}
			work("step " + i);
		}
		this.open.forEach(ConfigurableApplicationContext::close);
		this.open.clear();
	}

	private void open(int number, String[] args) {
		ConfigurableApplicationContext context = new SpringApplication(ManyContexts.class).run(args);
		this.open.addLast(context);
		this.watched.put(new WeakReference<>(context, this.queue), "context " + number);
		this.watched.put(new WeakReference<>(context.getBean(OpenTelemetry.class), this.queue), "SDK " + number);
	}

	private void work(String name) {
		this.open.getLast().getBean(OpenTelemetry.class).getTracer("example").spanBuilder(name).startSpan().end();
		logger.info(name);
	}

	private List<String> retained() throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (!this.watched.isEmpty() && System.nanoTime() < deadline) {
			System.gc();
			Reference<?> collected = this.queue.remove(100);
			while (collected != null) {
				this.watched.remove(collected);
				collected = this.queue.poll();
			}
		}
		return List.copyOf(this.watched.values());
	}

}
