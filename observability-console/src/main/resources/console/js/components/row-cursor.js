/** The row that the keyboard stands on, in lists whose rows are elements with data-row. */
export class RowCursor {

	at = null;

	constructor(redraw) {
		this.redraw = redraw;
		this.keys = {
			j: () => this.#step(1),
			k: () => this.#step(-1),
			Enter: () => this.element()?.querySelector('[data-open]')?.click(),
		};
	}

	clear() {
		this.at = null;
		this.redraw();
	}

	element() {
		return this.at === null ? null : document.querySelector(`[data-row="${CSS.escape(this.at)}"]`);
	}

	#step(delta) {
		const rows = [...document.querySelectorAll('main [data-row]')];
		if (rows.length === 0) {
			return;
		}
		const now = rows.findIndex((row) => row.dataset.row === this.at);
		const next = rows[now < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, now + delta))];
		this.at = next.dataset.row;
		next.scrollIntoView({ block: 'nearest' });
		this.redraw();
	}

}
