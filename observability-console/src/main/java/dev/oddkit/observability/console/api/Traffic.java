package dev.oddkit.observability.console.api;

import java.util.Arrays;

import dev.oddkit.observability.otlp.Span;
import dev.oddkit.observability.otlp.SpanStatus;

/**
 * Counts the calls to one place, with failures and the exact 95th percentile of their
 * durations.
 */
final class Traffic {

	private long[] durations = new long[16];

	private int calls;

	private int errors;

	private int spans;

	void span() {
		this.spans++;
	}

	void call(Span span) {
		if (this.calls == this.durations.length) {
			this.durations = Arrays.copyOf(this.durations, this.calls * 2);
		}
		this.durations[this.calls++] = span.durationNanos();
		this.errors += (span.status() == SpanStatus.ERROR) ? 1 : 0;
	}

	int spans() {
		return this.spans;
	}

	int calls() {
		return this.calls;
	}

	int errors() {
		return this.errors;
	}

	double p95Millis() {
		if (this.calls == 0) {
			return 0;
		}
		long[] sorted = Arrays.copyOf(this.durations, this.calls);
		Arrays.sort(sorted);
		return Units.millis(sorted[(int) Math.ceil(0.95 * this.calls) - 1]);
	}

}
