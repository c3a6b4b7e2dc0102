package dev.oddkit.observability.cardinality;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The values of one thread. They are made before, so that none of the time is theirs.
 */
@State(Scope.Thread)
public class Users {

	static final int KNOWN = 32;

	private static final int NEW = 1 << 17;

	private final String[] known = new String[KNOWN];

	private final String[] fresh = new String[NEW];

	private int next;

	/** Make them. */
	@Setup
	public void make() {
		for (int i = 0; i < this.known.length; i++) {
			this.known[i] = "user" + i;
		}
		for (int i = 0; i < NEW; i++) {
			this.fresh[i] = "new-" + Thread.currentThread().getId() + "-" + i;
			this.fresh[i].hashCode();
		}
	}

	String known() {
		return this.known[this.next++ & (this.known.length - 1)];
	}

	String fresh() {
		return this.fresh[this.next++ & (NEW - 1)];
	}

}
