package dev.oddkit.observability.otlp;

/**
 * The value of a point: one of four shapes.
 */
public sealed interface PointValue permits NumberValue, HistogramValue, ExponentialHistogramValue, SummaryValue {

}
