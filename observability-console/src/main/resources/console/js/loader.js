import { get } from './api.js';

/** Keeps one answer of the API current: a new question cancels the old one, a change during loading asks once more. */
export class Loader {

	value = undefined;

	error = undefined;

	#question = null;

	#abort = null;

	#stale = false;

	constructor(arrived) {
		this.arrived = arrived;
	}

	ask(path, parameters = {}) {
		this.#question = { path, parameters };
		this.#abort?.abort();
		this.#abort = null;
		return this.#load();
	}

	again() {
		if (!this.#question) {
			return;
		}
		if (this.#abort) {
			this.#stale = true;
			return;
		}
		return this.#load();
	}

	forget() {
		this.#abort?.abort();
		this.#abort = null;
		this.#question = null;
		this.value = undefined;
		this.error = undefined;
	}

	async #load() {
		const abort = new AbortController();
		const { path, parameters } = this.#question;
		this.#abort = abort;
		this.#stale = false;
		try {
			const value = await get(path, parameters, abort.signal);
			if (abort.signal.aborted) {
				return;
			}
			this.value = value;
			this.error = undefined;
		}
		catch (failure) {
			if (abort.signal.aborted) {
				return;
			}
			this.error = failure;
		}
		this.#abort = null;
		this.arrived(this);
		if (this.#stale && !this.error) {
			this.#load();
		}
	}

}
