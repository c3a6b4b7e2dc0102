package dev.oddkit.observability.otlp;

/**
 * The value of a gauge or a sum; whole numbers are widened.
 *
 * @param value the number
 */
public record NumberValue(double value) implements PointValue {
}
