package dev.oddkit.observability.console.metrics;

import java.util.Arrays;
import java.util.List;

/**
 * A run of neighbouring bucket counts that starts at an index; all other buckets are
 * empty.
 */
final class Bins {

	private static final Bins EMPTY = new Bins(0, new double[0]);

	private final int offset;

	private final double[] counts;

	Bins(int offset, double[] counts) {
		this.offset = offset;
		this.counts = counts;
	}

	static Bins of(int offset, List<Long> counts) {
		return new Bins(offset, counts.stream().mapToDouble(Long::doubleValue).toArray());
	}

	double total() {
		return Arrays.stream(this.counts).sum();
	}

	boolean anyBelowZero() {
		return Arrays.stream(this.counts).anyMatch((count) -> count < 0);
	}

	Bins times(double factor) {
		return new Bins(this.offset, Arrays.stream(this.counts).map((count) -> count * factor).toArray());
	}

	Bins coarser(int steps) {
		if (steps == 0 || this.counts.length == 0) {
			return this;
		}
		int shift = Math.min(steps, 31);
		int first = this.offset >> shift;
		double[] merged = new double[(last() >> shift) - first + 1];
		for (int i = 0; i < this.counts.length; i++) {
			merged[((this.offset + i) >> shift) - first] += this.counts[i];
		}
		return new Bins(first, merged);
	}

	long widthWith(Bins other) {
		if (this.counts.length == 0 || other.counts.length == 0) {
			return Math.max(this.counts.length, other.counts.length);
		}
		return (long) Math.max(last(), other.last()) - Math.min(this.offset, other.offset) + 1;
	}

	Bins plus(Bins other, int sign) {
		if (this.counts.length == 0 && other.counts.length == 0) {
			return EMPTY;
		}
		Bins left = (this.counts.length > 0) ? this : new Bins(other.offset, new double[1]);
		Bins right = (other.counts.length > 0) ? other : new Bins(left.offset, new double[1]);
		int first = Math.min(left.offset, right.offset);
		double[] joined = new double[Math.max(left.last(), right.last()) - first + 1];
		for (int i = 0; i < left.counts.length; i++) {
			joined[left.offset - first + i] += left.counts[i];
		}
		for (int i = 0; i < right.counts.length; i++) {
			joined[right.offset - first + i] += sign * right.counts[i];
		}
		return new Bins(first, joined);
	}

	/**
	 * The position, as an index with a fraction, up to which so many lie.
	 */
	double positionAt(double rank) {
		double below = 0;
		int end = this.offset;
		for (int i = 0; i < this.counts.length; i++) {
			if (this.counts[i] > 0) {
				end = this.offset + i + 1;
				if (below + this.counts[i] >= rank) {
					return this.offset + i + (rank - below) / this.counts[i];
				}
			}
			below += this.counts[i];
		}
		return end;
	}

	private int last() {
		return this.offset + this.counts.length - 1;
	}

}
