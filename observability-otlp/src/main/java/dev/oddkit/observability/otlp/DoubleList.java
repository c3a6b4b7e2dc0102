package dev.oddkit.observability.otlp;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unmodifiable list of numbers that costs eight bytes each.
 */
final class DoubleList extends AbstractList<Double> implements RandomAccess {

	private final double[] numbers;

	private DoubleList(double[] numbers) {
		this.numbers = numbers;
	}

	static DoubleList copyOf(List<Double> source) {
		return (source instanceof DoubleList list) ? list
				: new DoubleList(source.stream().mapToDouble(Double::doubleValue).toArray());
	}

	@Override
	public Double get(int index) {
		return this.numbers[index];
	}

	@Override
	public int size() {
		return this.numbers.length;
	}

}
