package dev.oddkit.observability.otlp;

import java.util.Map;

/**
 * Who produced the telemetry: the attributes of one process. It refuses no attribute and
 * demands none.
 *
 * @param attributes the attributes, in the order of the sender
 */
public record Resource(Map<String, Object> attributes) {

	/**
	 * Creates a resource with a copy of the attributes.
	 * @param attributes the attributes
	 */
	public Resource {
		attributes = Attributes.copyOf(attributes);
	}

	/**
	 * Returns {@code service.name}.
	 * @return the name, {@code unknown_service} when the sender gave none
	 */
	public String serviceName() {
		return text("service.name", "unknown_service");
	}

	/**
	 * Returns {@code service.instance.id}.
	 * @return the id, an empty string when the sender gave none
	 */
	public String serviceInstanceId() {
		return text("service.instance.id", "");
	}

	private String text(String key, String otherwise) {
		Object value = this.attributes.get(key);
		return (value == null || value.toString().isBlank()) ? otherwise : value.toString();
	}

}
