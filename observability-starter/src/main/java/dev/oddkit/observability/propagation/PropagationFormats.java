package dev.oddkit.observability.propagation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.oddkit.observability.PropertyMapping.Lookup;

/**
 * The formats by the names of the SDK, from our properties or else from Spring Boot's.
 *
 * @param written the formats that are read and written
 * @param accepted the formats that are read if none of the written ones brought a trace
 */
record PropagationFormats(List<String> written, List<String> accepted) {

	private static final String BOOT = "management.tracing.propagation.";

	static PropagationFormats of(Lookup lookup) {
		List<String> type = boot(lookup, "type");
		List<String> produce = boot(lookup, "produce");
		List<String> consume = boot(lookup, "consume");
		List<String> written = first(lookup.list("observability.propagation.formats"), type, produce, w3c(lookup));
		List<String> accepted = lookup.list("observability.propagation.accepted-formats");
		if (accepted.isEmpty() && type.isEmpty() && !(produce.isEmpty() && consume.isEmpty())) {
			accepted = first(consume, List.of("tracecontext", "baggage", "b3", "b3multi"));
		}
		List<String> more = new ArrayList<>(accepted);
		more.removeAll(written);
		return new PropagationFormats(written, List.copyOf(more));
	}

	/**
	 * Return the formats that are merely accepted.
	 * @param configured the formats of the SDK, which somebody may have set otherwise
	 * @return the names; none if the SDK's formats are not ours
	 */
	List<String> acceptedOf(Collection<String> configured) {
		return String.join(",", configured).equals(names()) ? this.accepted : List.of();
	}

	String names() {
		Set<String> names = new LinkedHashSet<>(this.written);
		names.addAll(this.accepted);
		return String.join(",", names);
	}

	@SafeVarargs
	private static List<String> first(List<String>... lists) {
		return Stream.of(lists).filter((list) -> !list.isEmpty()).findFirst().orElse(List.of());
	}

	private static List<String> boot(Lookup lookup, String key) {
		Set<String> names = new LinkedHashSet<>();
		for (String type : lookup.list(BOOT + key)) {
			switch (type.toLowerCase(Locale.ROOT).replaceAll("[-_]", "")) {
				case "w3c" -> names.addAll(w3c(lookup));
				case "b3multi" -> names.add("b3multi");
				default -> names.add(type.toLowerCase(Locale.ROOT));
			}
		}
		return List.copyOf(names);
	}

	private static List<String> w3c(Lookup lookup) {
		return baggageIsOff(lookup) ? List.of("tracecontext") : List.of("tracecontext", "baggage");
	}

	static boolean baggageIsOff(Lookup lookup) {
		return "false".equalsIgnoreCase(lookup.get("management.tracing.baggage.enabled"));
	}

}
