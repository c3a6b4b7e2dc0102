package dev.oddkit.observability.cardinality.core;

import java.util.function.UnaryOperator;

/**
 * What holds for one key of one meter.
 *
 * @param admission whether its values are limited at all
 * @param softValues the values that are admitted at once
 * @param hardValues the values if the further ones prove heavy
 * @param placeholders turns a value into what stands for it, such as a path into its
 * template; returns the value itself where it has nothing to say
 */
public record KeyRule(Admission admission, int softValues, int hardValues, UnaryOperator<String> placeholders) {

	/**
	 * Leaves every value as it is.
	 */
	public static final UnaryOperator<String> NO_PLACEHOLDERS = UnaryOperator.identity();

	/**
	 * Return the rule of a key that nobody gave one.
	 * @param limits the limits of all keys
	 * @return the rule
	 */
	public static KeyRule limited(Limits limits) {
		return new KeyRule(Admission.LIMITED, limits.softValues(), limits.hardValues(), NO_PLACEHOLDERS);
	}

	/**
	 * Return this rule with another admission.
	 * @param admission whether values are limited
	 * @return a new rule
	 */
	public KeyRule with(Admission admission) {
		return new KeyRule(admission, this.softValues, this.hardValues, this.placeholders);
	}

	/**
	 * Whether the values of a key are limited.
	 */
	public enum Admission {

		/**
		 * As many values as the limits allow.
		 */
		LIMITED,

		/**
		 * Every value, as long as the limit of all series allows.
		 */
		ALWAYS,

		/**
		 * No value: the key is never a label worth its series.
		 */
		NEVER

	}

}
