package dev.oddkit.observability.exporter;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiConsumer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.KeyValue;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jspecify.annotations.Nullable;

/**
 * Weighs the text that a span or log record holds, a character as a byte. It is what
 * makes an item large; the SDK bounds the number of attributes, events and links.
 */
final class TextWeight implements BiConsumer<AttributeKey<?>, Object> {

	private static final int NUMBER = 8;

	private long sum;

	private TextWeight() {
	}

	static long of(SpanData span) {
		TextWeight weight = new TextWeight();
		weight.sum += span.getName().length();
		weight.add(span.getAttributes());
		for (EventData event : span.getEvents()) {
			weight.sum += event.getName().length();
			weight.add(event.getAttributes());
		}
		for (LinkData link : span.getLinks()) {
			weight.add(link.getAttributes());
		}
		return weight.sum;
	}

	static long of(LogRecordData logRecord) {
		TextWeight weight = new TextWeight();
		weight.add(logRecord.getBodyValue());
		weight.add(logRecord.getAttributes());
		return weight.sum;
	}

	private void add(Attributes attributes) {
		attributes.forEach(this);
	}

	@Override
	public void accept(AttributeKey<?> key, Object value) {
		add(value);
	}

	private void add(@Nullable Object value) {
		if (value instanceof String text) {
			this.sum += text.length();
		}
		else if (value instanceof List<?> values) {
			values.forEach(this::add);
		}
		else if (value instanceof Value<?> nested) {
			add(nested.getValue());
		}
		else if (value instanceof KeyValue entry) {
			this.sum += entry.getKey().length();
			add(entry.getValue());
		}
		else {
			this.sum += (value instanceof ByteBuffer bytes) ? bytes.remaining() : NUMBER;
		}
	}

}
