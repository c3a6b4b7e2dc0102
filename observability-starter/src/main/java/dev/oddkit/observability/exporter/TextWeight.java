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
 * makes an item large; the SDK bounds the number of attributes, events and links. The SDK
 * also cuts values off and tells nobody, so the weight counts those that are as long as a
 * value may be.
 */
final class TextWeight implements BiConsumer<AttributeKey<?>, Object> {

	private static final int NUMBER = 8;

	private final int limit;

	private long sum;

	private int cut;

	private TextWeight(int limit) {
		this.limit = limit;
	}

	/**
	 * Weigh a span.
	 * @param span the span
	 * @param limit characters that the SDK keeps of a value
	 * @return its weight
	 */
	static TextWeight of(SpanData span, int limit) {
		TextWeight weight = new TextWeight(limit);
		weight.sum += span.getName().length();
		weight.add(span.getAttributes());
		for (EventData event : span.getEvents()) {
			weight.sum += event.getName().length();
			weight.add(event.getAttributes());
		}
		for (LinkData link : span.getLinks()) {
			weight.add(link.getAttributes());
		}
		return weight;
	}

	/**
	 * Weigh a log record.
	 * @param logRecord the log record
	 * @param limit characters that the SDK keeps of an attribute
	 * @return its weight
	 */
	static TextWeight of(LogRecordData logRecord, int limit) {
		TextWeight weight = new TextWeight(limit);
		weight.add(logRecord.getAttributes());
		int cut = weight.cut;
		// The SDK leaves the body as it is
		weight.add(logRecord.getBodyValue());
		weight.cut = cut;
		return weight;
	}

	static long text(SpanData span) {
		return of(span, Integer.MAX_VALUE).text();
	}

	static long text(LogRecordData logRecord) {
		return of(logRecord, Integer.MAX_VALUE).text();
	}

	long text() {
		return this.sum;
	}

	/**
	 * Return how many values were cut off.
	 * @return the number of values that are as long as one may be
	 */
	int cut() {
		return this.cut;
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
			if (text.length() >= this.limit) {
				this.cut++;
			}
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
