package dev.oddkit.observability.cardinality;

import java.util.ArrayList;
import java.util.List;

import dev.oddkit.observability.cardinality.core.Labels;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a measurement as the core sees them.
 *
 * @param keys the keys
 * @param values their values
 */
record AttributeLabels(List<AttributeKey<?>> keys, List<Object> values) implements Labels {

	static AttributeLabels of(Attributes attributes) {
		AttributeLabels labels = new AttributeLabels(new ArrayList<>(), new ArrayList<>());
		attributes.forEach((key, value) -> {
			labels.keys.add(key);
			labels.values.add(value);
		});
		return labels;
	}

	@Override
	public int size() {
		return this.keys.size();
	}

	@Override
	public String key(int index) {
		return this.keys.get(index).getKey();
	}

	@Override
	public String value(int index) {
		return this.values.get(index).toString();
	}

	/**
	 * Return the attributes with other values. What is unchanged keeps its type.
	 * @param texts the value of each key, {@code null} to leave the key out
	 * @return new attributes
	 */
	@SuppressWarnings("unchecked")
	RecordedAttributes folded(@Nullable String[] texts) {
		AttributesBuilder builder = Attributes.builder();
		List<RecordedAttributes.FoldedKey> folded = new ArrayList<>();
		for (int i = 0; i < texts.length; i++) {
			String text = texts[i];
			if (text != null && text.equals(value(i))) {
				builder.put((AttributeKey<Object>) this.keys.get(i), this.values.get(i));
			}
			else if (text != null) {
				builder.put(key(i), text);
				folded.add(new RecordedAttributes.FoldedKey(this.keys.get(i), text));
			}
		}
		return new RecordedAttributes(builder.build(), List.copyOf(folded));
	}

}
