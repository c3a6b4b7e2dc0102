package dev.oddkit.observability.sampling;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/**
 * Puts the gates in front of a sampler. What a gate drops is dropped with its children,
 * because those follow their parent; the decision of a caller cannot open a gate.
 */
class GatedSampler implements Sampler {

	private static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");

	private static final AttributeKey<String> DATABASE = AttributeKey.stringKey("db.system.name");

	private static final AttributeKey<String> DATABASE_OLD = AttributeKey.stringKey("db.system");

	private static final AttributeKey<String> PEER = AttributeKey.stringKey("peer.service");

	private static final String REDIS = "Redis";

	private final Sampler delegate;

	private final Predicate<String> noise;

	private final TraceCeiling ceiling;

	private final LongAdder noiseDropped = new LongAdder();

	private final LongAdder databaseDropped = new LongAdder();

	private final LongAdder ceilingDropped = new LongAdder();

	GatedSampler(Sampler delegate, Predicate<String> noise, TraceCeiling ceiling) {
		this.delegate = delegate;
		this.noise = noise;
		this.ceiling = ceiling;
	}

	@Override
	public SamplingResult shouldSample(Context parentContext, String traceId, String name, SpanKind spanKind,
			Attributes attributes, List<LinkData> parentLinks) {
		if (spanKind == SpanKind.SERVER && isNoise(attributes)) {
			this.noiseDropped.increment();
			return SamplingResult.drop();
		}
		Span parent = Span.fromContext(parentContext);
		boolean isRoot = !parent.getSpanContext().isValid();
		if (isRoot && spanKind == SpanKind.CLIENT && isDatabase(attributes)) {
			this.databaseDropped.increment();
			return SamplingResult.drop();
		}
		if (!isRoot && isDropped(parent)) {
			return SamplingResult.drop();
		}
		SamplingResult result = this.delegate.shouldSample(parentContext, traceId, name, spanKind, attributes,
				parentLinks);
		if (isRoot && result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE && !this.ceiling.admit()) {
			this.ceilingDropped.increment();
			return SamplingResult.drop();
		}
		return result;
	}

	/**
	 * Whether this service dropped a span. What is beneath it would be an orphan, though
	 * a sampler that asks no parent wanted it.
	 */
	private static boolean isDropped(Span span) {
		SpanContext context = span.getSpanContext();
		return !context.isRemote() && !context.isSampled() && !span.isRecording();
	}

	private boolean isNoise(Attributes attributes) {
		String path = attributes.get(URL_PATH);
		return path != null && this.noise.test(path);
	}

	/**
	 * Whether a span is of a database. One of Lettuce's has the name of its peer only, as
	 * Micrometer adds the others at the end.
	 */
	private static boolean isDatabase(Attributes attributes) {
		return attributes.get(DATABASE) != null || attributes.get(DATABASE_OLD) != null
				|| REDIS.equals(attributes.get(PEER));
	}

	Map<String, Long> dropped() {
		return Map.of("noise", this.noiseDropped.sum(), "database-without-parent", this.databaseDropped.sum(),
				"ceiling", this.ceilingDropped.sum());
	}

	@Override
	public String getDescription() {
		return "Gated{" + this.delegate.getDescription() + "}";
	}

	@Override
	public String toString() {
		return getDescription();
	}

}
