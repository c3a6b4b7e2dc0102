package dev.oddkit.observability;

import org.jspecify.annotations.Nullable;

/**
 * Ends the start because somebody set a property to a value that cannot be meant. The
 * failure analysis adds where the value was set, also if it was computed from a property
 * of ours.
 */
public class WrongValueException extends RuntimeException {

	private final String property;

	private final String problem;

	private final String remedy;

	/**
	 * Create an exception.
	 * @param property the property that holds the value, ours or one that is mapped
	 * @param value the value, or {@code null} if it is a secret
	 * @param problem what is wrong with it and what is allowed, as in "is no URL; allowed
	 * are http and https"
	 * @param remedy what to do, as a sentence
	 */
	public WrongValueException(String property, @Nullable Object value, String problem, String remedy) {
		super(property + sentence(value, problem));
		this.property = property;
		this.problem = sentence(value, problem);
		this.remedy = remedy;
	}

	private static String sentence(@Nullable Object value, String problem) {
		return ((value != null) ? " is '" + value + "', which " : " ") + problem;
	}

	String getProperty() {
		return this.property;
	}

	String getProblem() {
		return this.problem;
	}

	String getRemedy() {
		return this.remedy;
	}

}
