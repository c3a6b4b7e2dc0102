package dev.oddkit.observability.exporter;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.common.ValueType;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.ReadWriteLogRecord;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A log record as it waits in the queue: nobody changes it any more, and it does not hold
 * a body longer than the limit, which the SDK knows for attributes only.
 */
record FrozenLogRecord(Resource resource, InstrumentationScopeInfo scope, long timestamp, long observedTimestamp,
		SpanContext spanContext, Severity severity, @Nullable String severityText, @Nullable Value<?> body,
		boolean isCut, Attributes attributes, int attributeCount,
		@Nullable String eventName) implements ReadWriteLogRecord, LogRecordData {

	static FrozenLogRecord of(LogRecordData data, int limit) {
		Value<?> body = shortened(data.getBodyValue(), limit);
		return new FrozenLogRecord(data.getResource(), data.getInstrumentationScopeInfo(),
				data.getTimestampEpochNanos(), data.getObservedTimestampEpochNanos(), data.getSpanContext(),
				data.getSeverity(), data.getSeverityText(), body, body != data.getBodyValue(), data.getAttributes(),
				data.getTotalAttributeCount(), data.getEventName());
	}

	private static @Nullable Value<?> shortened(@Nullable Value<?> body, int limit) {
		if (body == null || body.getType() != ValueType.STRING) {
			return body;
		}
		String text = body.asString();
		return (text.length() <= limit) ? body : Value
			.of(text.substring(0, limit) + "... and " + (text.length() - limit) + " characters more that were cut off");
	}

	@Override
	public LogRecordData toLogRecordData() {
		return this;
	}

	@Override
	public <T> ReadWriteLogRecord setAttribute(AttributeKey<T> key, T value) {
		return this;
	}

	@Override
	public Resource getResource() {
		return this.resource;
	}

	@Override
	public InstrumentationScopeInfo getInstrumentationScopeInfo() {
		return this.scope;
	}

	@Override
	public long getTimestampEpochNanos() {
		return this.timestamp;
	}

	@Override
	public long getObservedTimestampEpochNanos() {
		return this.observedTimestamp;
	}

	@Override
	public SpanContext getSpanContext() {
		return this.spanContext;
	}

	@Override
	public Severity getSeverity() {
		return this.severity;
	}

	@Override
	public @Nullable String getSeverityText() {
		return this.severityText;
	}

	@Override
	@Deprecated
	public Body getBody() {
		return (this.body != null) ? Body.string(this.body.asString()) : Body.empty();
	}

	@Override
	public @Nullable Value<?> getBodyValue() {
		return this.body;
	}

	@Override
	public Attributes getAttributes() {
		return this.attributes;
	}

	@Override
	public int getTotalAttributeCount() {
		return this.attributeCount;
	}

	@Override
	public @Nullable String getEventName() {
		return this.eventName;
	}

}
