package dev.oddkit.observability.cardinality;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Puts a value that was folded onto the recording span, so that it is not lost: whoever
 * follows an exemplar of {@code other} finds it there.
 */
class SpanNotes {

	private static final int LONGEST = 256;

	/**
	 * How many keys there are on spans; the SDK lets a span have 128 attributes in all,
	 * and drops what comes later.
	 */
	static final int KEYS = 64;

	private static final AttributeKey<String> NEVER = AttributeKey.stringKey("");

	private static final Pattern SECRET = Pattern
		.compile("(?i).*(password|passwd|secret|token|authorization|cookie|api.?key|credential).*");

	private final boolean enabled;

	/**
	 * The keys of spans by those of labels, since to look for a secret in a name takes
	 * longer than all the rest.
	 */
	private final Map<String, AttributeKey<String>> keys = new ConcurrentHashMap<>();

	/**
	 * The name of the observation that the thread stops: its own handler puts every value
	 * on its own span, which is not the current one any more.
	 */
	private final ThreadLocal<@Nullable String[]> stopping = ThreadLocal.withInitial(() -> new String[1]);

	SpanNotes(boolean enabled) {
		this.enabled = enabled;
	}

	void stops(@Nullable String observation) {
		if (this.enabled) {
			this.stopping.get()[0] = observation;
		}
	}

	void note(Meter.Id given, GuardedId folded) {
		if (!this.enabled) {
			return;
		}
		Span span = Span.current();
		if (!span.isRecording() || given.getName().equals(this.stopping.get()[0])) {
			return;
		}
		for (Tag tag : given.getTagsAsIterable()) {
			if (!folded.has(tag)) {
				note(span, tag.getKey(), tag.getValue());
			}
		}
	}

	void note(Context context, Attributes given, RecordedAttributes recorded) {
		if (!this.enabled) {
			return;
		}
		Span span = Span.fromContext(context);
		if (span.isRecording() && !noteFolded(span, given, recorded)) {
			given.forEach((key, value) -> {
				if (!value.equals(recorded.attributes().get(key))) {
					note(span, key.getKey(), value.toString());
				}
			});
		}
	}

	/**
	 * Note the values of the keys that are known to be folded, for which nothing is
	 * allocated.
	 * @return whether these were all
	 */
	private boolean noteFolded(Span span, Attributes given, RecordedAttributes recorded) {
		if (given.size() != recorded.attributes().size()) {
			return false;
		}
		List<RecordedAttributes.FoldedKey> folded = recorded.folded();
		for (int i = 0; i < folded.size(); i++) {
			Object value = given.get(folded.get(i).key());
			if (value == null) {
				return false;
			}
			String text = value.toString();
			if (!text.equals(folded.get(i).value())) {
				note(span, folded.get(i).key().getKey(), text);
			}
		}
		return true;
	}

	private void note(Span span, String label, String value) {
		AttributeKey<String> key = this.keys.get(label);
		if (key == null) {
			if (this.keys.size() >= KEYS) {
				return;
			}
			key = SECRET.matcher(label).matches() ? NEVER : AttributeKey.stringKey(label);
			this.keys.put(label, key);
		}
		if (key != NEVER) {
			span.setAttribute(key, shown(value));
		}
	}

	/**
	 * Return what a span may show of a value: no address of a person, nothing endless.
	 */
	private static String shown(String value) {
		int at = value.indexOf('@');
		String masked = (at > 0) ? value.charAt(0) + "***" + value.substring(at).toLowerCase(Locale.ROOT) : value;
		return (masked.length() > LONGEST) ? masked.substring(0, LONGEST) : masked;
	}

}
