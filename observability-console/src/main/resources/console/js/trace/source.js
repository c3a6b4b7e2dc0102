import { Loader } from '../loader.js';

/**
 * Keeps one trace current. Its line in the list is asked for first and again with every change, because that is small and
 * no error while the trace is missing; the whole trace is read when its line has changed.
 */
export class TraceSource {

	trace = null;

	missing = false;

	gone = false;

	error = undefined;

	#id = '';

	#line = '';

	#list = new Loader(() => this.#listed());

	#whole = new Loader(() => this.#read());

	constructor(arrived) {
		this.arrived = arrived;
	}

	ask(id) {
		Object.assign(this, { trace: null, missing: false, gone: false, error: undefined });
		this.#id = id;
		this.#line = '';
		this.#whole.forget();
		this.again();
	}

	again() {
		this.#list.ask('/api/traces', { id: this.#id, limit: 1 });
	}

	#listed() {
		this.error = this.#list.error;
		if (!this.error) {
			const line = this.#list.value.traces.find((trace) => trace.traceId === this.#id);
			this.missing = !line && !this.trace;
			this.gone = !line && this.trace !== null;
			if (line && JSON.stringify(line) !== this.#line) {
				this.#line = JSON.stringify(line);
				this.#whole.ask(`/api/traces/${this.#id}`);
			}
		}
		this.arrived();
	}

	#read() {
		this.error = this.#whole.error?.status === 404 ? undefined : this.#whole.error;
		this.missing = this.#whole.error?.status === 404 && !this.trace;
		if (!this.#whole.error) {
			this.trace = this.#whole.value;
		}
		this.arrived();
	}

}
