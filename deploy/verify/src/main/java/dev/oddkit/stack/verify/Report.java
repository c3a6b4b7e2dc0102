package dev.oddkit.stack.verify;

import java.util.List;

/**
 * Says of each hop what was expected and what was seen, and stops at the first broken
 * one: what lies behind it says nothing.
 */
final class Report {

	private final Printer out;

	Report(Printer out) {
		this.out = out;
	}

	boolean walk(List<Hop> hops) {
		for (int i = 0; i < hops.size(); i++) {
			Hop hop = hops.get(i);
			Finding finding = hop.look().get();
			this.out.print((finding.works() ? "ok      " : "BROKEN  ") + hop.name());
			this.out.print("        expected  " + finding.expected());
			this.out.print("        saw       " + finding.seen());
			if (!finding.works()) {
				this.out.print("        remedy    " + finding.remedy());
				this.out.print(
						"\n%d of %d hops work; \"%s\" is the first that does not. What lies behind it was not looked at."
							.formatted(i, hops.size(), hop.name()));
				return false;
			}
		}
		this.out.print("\nAll " + hops.size() + " hops work.");
		return true;
	}

	/**
	 * Where lines go.
	 */
	@FunctionalInterface
	interface Printer {

		void print(String line);

	}

}
