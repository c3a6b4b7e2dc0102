package dev.oddkit.observability.cardinality;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A recording span that is current in the thread.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class RecordingSpan {

	private final Span span = SdkTracerProvider.builder().build().get("shop").spanBuilder("work").startSpan();

	private Scope scope = Scope.noop();

	/** Start it. */
	@Setup
	public void start() {
		this.scope = this.span.makeCurrent();
	}

	/** End it. */
	@TearDown
	public void end() {
		this.scope.close();
		this.span.end();
	}

}
