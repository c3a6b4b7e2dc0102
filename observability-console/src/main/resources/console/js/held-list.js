/** A live list that does not jump under the pointer: while held, known rows are updated in place and new ones wait. */
export class HeldList {

	rows = [];

	waiting = 0;

	#newest = [];

	constructor(key) {
		this.key = key;
	}

	put(rows, held) {
		this.#newest = rows;
		if (!held || this.rows.length === 0) {
			this.release();
			return;
		}
		const byKey = new Map(rows.map((row) => [row[this.key], row]));
		const shown = new Set(this.rows.map((row) => row[this.key]));
		this.rows = this.rows.map((row) => byKey.get(row[this.key]) ?? row);
		this.waiting = rows.filter((row) => !shown.has(row[this.key])).length;
	}

	release() {
		this.rows = this.#newest;
		this.waiting = 0;
	}

	forget() {
		this.#newest = [];
		this.release();
	}

}
