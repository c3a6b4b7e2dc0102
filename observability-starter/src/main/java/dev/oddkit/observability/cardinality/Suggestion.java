package dev.oddkit.observability.cardinality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.oddkit.observability.cardinality.Offenders.Offender;
import dev.oddkit.observability.cardinality.core.KeyReport;
import dev.oddkit.observability.cardinality.core.KeyRule.Admission;
import dev.oddkit.observability.cardinality.core.ValueShape;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from what was folded: writes a configuration that fits it, with the reason of
 * each line, for a person to read and adopt.
 */
class Suggestion {

	private static final int MOST = 100;

	/**
	 * Up to so many values, more places are worth their series.
	 */
	private static final int FEW = 500;

	private static final Logger logger = LoggerFactory.getLogger(Suggestion.class);

	private final @Nullable Path file;

	private final Offenders offenders;

	private String written = "";

	private boolean failing;

	Suggestion(@Nullable String file, Offenders offenders) {
		this.file = (file != null && !file.isBlank()) ? Path.of(file) : null;
		this.offenders = offenders;
	}

	private void failed(IOException ex) {
		if (!this.failing) {
			this.failing = true;
			logger.warn("No suggestion can be written to observability.cardinality.suggestion-file={}: {}", this.file,
					ex.toString());
		}
	}

	/**
	 * Write what is known by now, if it is something new.
	 */
	void write() {
		if (this.file == null) {
			return;
		}
		String yaml = yaml(this.offenders.worst(MOST));
		if (!yaml.equals(this.written)) {
			try {
				Files.writeString(this.file, yaml);
				this.written = yaml;
				this.failing = false;
			}
			catch (IOException ex) {
				failed(ex);
			}
		}
	}

	static String yaml(List<Offender> offenders) {
		Map<String, MeterLines> meters = new LinkedHashMap<>();
		StringBuilder placeholders = new StringBuilder();
		for (Offender offender : offenders) {
			KeyReport key = offender.key();
			if (key.admission() != Admission.LIMITED) {
				continue;
			}
			String reason = "# '%s' of %s: about %d values, %d times folded%n".formatted(key.key(), key.meter(),
					key.estimate(), key.folded());
			if (key.examples().stream().anyMatch((value) -> value.startsWith("/"))) {
				placeholders.append("      ").append(reason);
				placeholders.append("      - keys: \"%s\"%n        shape: path%n".formatted(key.key()));
				continue;
			}
			meters.computeIfAbsent(key.meter(), (meter) -> new MeterLines()).add(key, reason);
		}
		StringBuilder lines = new StringBuilder();
		meters.forEach((meter, suggested) -> lines.append(suggested.yaml(meter)));
		return "observability:\n  cardinality:\n" + section("meters", lines) + section("placeholders", placeholders);
	}

	private static String section(String name, StringBuilder lines) {
		return lines.isEmpty() ? "" : "    " + name + ":\n" + lines;
	}

	/**
	 * What is suggested for one meter.
	 */
	private static final class MeterLines {

		private final StringBuilder reasons = new StringBuilder();

		private final List<String> denied = new ArrayList<>();

		private long values;

		void add(KeyReport key, String reason) {
			this.reasons.append("      ").append(reason);
			if (key.estimate() <= FEW && !key.examples().stream().allMatch(ValueShape::looksLikeId)) {
				this.values = Math.max(this.values, key.estimate() + key.estimate() / 5);
			}
			else {
				this.denied.add(key.key());
			}
		}

		String yaml(String meter) {
			StringBuilder yaml = new StringBuilder(this.reasons).append("      \"[%s]\":%n".formatted(meter));
			if (this.values > 0) {
				yaml.append("        max-values-per-key: %d%n".formatted(this.values));
			}
			if (!this.denied.isEmpty()) {
				yaml.append("        denied-keys: \"%s\"%n".formatted(String.join(", ", this.denied)));
			}
			return yaml.toString();
		}

	}

}
