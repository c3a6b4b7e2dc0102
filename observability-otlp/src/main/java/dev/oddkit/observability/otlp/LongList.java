package dev.oddkit.observability.otlp;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unmodifiable list of numbers that costs eight bytes each.
 */
final class LongList extends AbstractList<Long> implements RandomAccess {

	private final long[] numbers;

	private LongList(long[] numbers) {
		this.numbers = numbers;
	}

	static LongList copyOf(List<Long> source) {
		return (source instanceof LongList list) ? list
				: new LongList(source.stream().mapToLong(Long::longValue).toArray());
	}

	@Override
	public Long get(int index) {
		return this.numbers[index];
	}

	@Override
	public int size() {
		return this.numbers.length;
	}

}
