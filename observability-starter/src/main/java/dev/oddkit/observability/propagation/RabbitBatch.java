package dev.oddkit.observability.propagation;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.amqp.core.Message;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Observes the batches that listeners of RabbitMQ get, as Spring observes single messages
 * only. A batch has as many callers as messages, so its span begins a trace of its own
 * and links to each of theirs.
 *
 * @see <a href=
 * "https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/#batch-receiving">
 * Batches</a>
 */
class RabbitBatch implements MethodInterceptor {

	private static final String NAME = "spring.rabbit.listener.batch";

	private final ObjectProvider<ObservationRegistry> observations;

	private final ObjectProvider<ContextPropagators> propagators;

	RabbitBatch(ObjectProvider<ObservationRegistry> observations, ObjectProvider<ContextPropagators> propagators) {
		this.observations = observations;
		this.propagators = propagators;
	}

	/**
	 * Intercepts the invocation of a listener, which returns nothing, with a channel and
	 * either a message or a batch.
	 */
	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		ObservationRegistry registry = this.observations.getIfAvailable();
		@Nullable Object[] arguments = invocation.getArguments();
		if (registry == null || arguments.length != 2 || !(arguments[1] instanceof List<?> batch)) {
			return invocation.proceed();
		}
		List<Message> messages = batch.stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
		observation(messages, registry).observeChecked(() -> {
			link(messages);
			invocation.proceed();
		});
		return null;
	}

	private static Observation observation(List<Message> messages, ObservationRegistry registry) {
		String queues = messages.stream()
			.map((message) -> message.getMessageProperties().getConsumerQueue())
			.filter(Objects::nonNull)
			.distinct()
			.sorted()
			.collect(Collectors.joining(","));
		return Observation.createNotStarted(NAME, () -> new BatchContext(messages), registry)
			.contextualName(queues + " receive")
			.lowCardinalityKeyValue("messaging.destination.name", queues)
			.highCardinalityKeyValue(KeyValue.of("messaging.batch.message_count", String.valueOf(messages.size())));
	}

	private void link(List<Message> messages) {
		ContextPropagators formats = this.propagators.getIfAvailable(ContextPropagators::noop);
		Set<SpanContext> callers = messages.stream()
			.map((message) -> formats.getTextMapPropagator().extract(Context.root(), message, MessageHeaders.INSTANCE))
			.map((caller) -> Span.fromContext(caller).getSpanContext())
			.filter(SpanContext::isValid)
			.collect(Collectors.toSet());
		callers.forEach(Span.current()::addLink);
	}

	private static final class BatchContext extends ReceiverContext<List<Message>> {

		BatchContext(List<Message> messages) {
			super((batch, key) -> null, Kind.CONSUMER);
			setCarrier(messages);
			setRemoteServiceName("RabbitMQ");
		}

	}

	private enum MessageHeaders implements TextMapGetter<Message> {

		INSTANCE;

		@Override
		public Iterable<String> keys(Message message) {
			return message.getMessageProperties().getHeaders().keySet();
		}

		@Override
		public @Nullable String get(@Nullable Message message, String key) {
			Object value = (message != null) ? message.getMessageProperties().getHeader(key) : null;
			return (value != null) ? value.toString() : null;
		}

	}

}
