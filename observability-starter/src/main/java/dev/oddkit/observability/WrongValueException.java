package dev.oddkit.observability;

import org.jspecify.annotations.Nullable;

/**
 * Ends the start because a property has a value that cannot be meant. The failure
 * analysis adds where the value was set, so that the message reads, on one line,
 * {@code observability.sampling.ratio=5 (application.yml - 12:5) must be from 0.0 to 1.0}
 * and the remedy below it.
 */
public final class WrongValueException extends RuntimeException {

	private final String property;

	private final @Nullable String value;

	private final String problem;

	private final String remedy;

	/**
	 * Create the exception.
	 * @param property the property in its canonical form, as the rooms ask for it; if it
	 * was mapped, the analysis names the property that the user set
	 * @param value the value, or {@code null} if it must not be shown or does not exist
	 * @param problem what is wrong and what is allowed, starting with a verb: "must be
	 * from 0.0 to 1.0", "is no URL; allowed are http and https"
	 * @param remedy what to do, as a sentence
	 */
	public WrongValueException(String property, @Nullable Object value, String problem, String remedy) {
		super(property + ((value != null) ? "=" + value : "") + " " + problem + ". " + remedy);
		this.property = property;
		this.value = (value != null) ? value.toString() : null;
		this.problem = problem;
		this.remedy = remedy;
	}

	String getProperty() {
		return this.property;
	}

	@Nullable String getValue() {
		return this.value;
	}

	String getProblem() {
		return this.problem;
	}

	String getRemedy() {
		return this.remedy;
	}

}
