package dev.oddkit.observability.sdk;

import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.tracing.LettuceObservationConvention;
import io.lettuce.core.tracing.MicrometerTracing;
import io.lettuce.core.tracing.TraceContext;
import io.lettuce.core.tracing.TraceContextProvider;
import io.lettuce.core.tracing.Tracer;
import io.lettuce.core.tracing.TracerProvider;
import io.lettuce.core.tracing.Tracing;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes the context of OpenTelemetry along to the thread that writes a command. Lettuce
 * takes the observation only, and would hang a command under it that belongs to a span
 * within.
 */
class CarryingRedisTracing extends MicrometerTracing {

	private static final String SERVICE = "Redis";

	CarryingRedisTracing(ObservationRegistry observations) {
		super(observations, SERVICE);
	}

	CarryingRedisTracing(ObservationRegistry observations, LettuceObservationConvention convention) {
		super(observations, SERVICE, convention);
	}

	@Override
	public TraceContextProvider initialTraceContextProvider() {
		TraceContextProvider provider = super.initialTraceContextProvider();
		return new TraceContextProvider() {

			@Override
			public TraceContext getTraceContext() {
				return carried(provider.getTraceContext());
			}

			@Override
			public Mono<TraceContext> getTraceContextLater() {
				return provider.getTraceContextLater()
					.map(CarryingRedisTracing::carried)
					.switchIfEmpty(Mono.fromSupplier(() -> carried(null)));
			}

		};
	}

	@Override
	public TracerProvider getTracerProvider() {
		Tracer tracer = super.getTracerProvider().getTracer();
		return () -> new CarryingTracer(tracer);
	}

	private static TraceContext carried(@Nullable TraceContext observation) {
		return new Carried(observation, Context.current());
	}

	/**
	 * What is taken along.
	 *
	 * @param observation the current observation as Lettuce knows it
	 * @param context the context of OpenTelemetry
	 */
	private record Carried(@Nullable TraceContext observation, Context context) implements TraceContext {

	}

	private static class CarryingTracer extends Tracer {

		private final Tracer delegate;

		CarryingTracer(Tracer delegate) {
			this.delegate = delegate;
		}

		@Override
		public Span nextSpan() {
			return this.delegate.nextSpan();
		}

		@Override
		public Span nextSpan(@Nullable TraceContext context) {
			return (context instanceof Carried carried)
					? new CarryingSpan(this.delegate.nextSpan(carried.observation()), carried.context())
					: this.delegate.nextSpan(context);
		}

	}

	private static class CarryingSpan extends Tracer.Span {

		private final Tracer.Span delegate;

		private final Context context;

		CarryingSpan(Tracer.Span delegate, Context context) {
			this.delegate = delegate;
			this.context = context;
		}

		@Override
		public Tracer.Span start(RedisCommand<?, ?, ?> command) {
			try (Scope scope = this.context.makeCurrent()) {
				this.delegate.start(command);
			}
			return this;
		}

		@Override
		public Tracer.Span name(String name) {
			this.delegate.name(name);
			return this;
		}

		@Override
		public Tracer.Span annotate(String value) {
			this.delegate.annotate(value);
			return this;
		}

		@Override
		public Tracer.Span tag(String key, String value) {
			this.delegate.tag(key, value);
			return this;
		}

		@Override
		public Tracer.Span error(Throwable throwable) {
			this.delegate.error(throwable);
			return this;
		}

		@Override
		public Tracer.Span remoteEndpoint(Tracing.Endpoint endpoint) {
			this.delegate.remoteEndpoint(endpoint);
			return this;
		}

		@Override
		public void finish() {
			this.delegate.finish();
		}

	}

}
