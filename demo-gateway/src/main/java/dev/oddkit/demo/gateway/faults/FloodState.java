package dev.oddkit.demo.gateway.faults;

/**
 * How far the label flood is.
 *
 * @param phase what it is doing
 * @param users how many label values were asked for
 * @param done how many have been counted
 */
record FloodState(Phase phase, int users, int done) {

	static final FloodState IDLE = new FloodState(Phase.IDLE, 0, 0);

	FloodState in(Phase next) {
		return new FloodState(next, this.users, this.done);
	}

	FloodState at(int count) {
		return new FloodState(this.phase, this.users, count);
	}

	/**
	 * What the flood is doing.
	 */
	enum Phase {

		IDLE, RUNNING, FINISHED, STOPPED, FAILED

	}

}
