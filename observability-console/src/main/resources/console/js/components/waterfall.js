import { duration } from '../format.js';
import { html, nothing, place, ref, repeat } from '../lit.js';
import { recall, remember } from '../store.js';
import { criticalPath } from '../trace/critical-path.js';
import { visibleRows } from '../trace/model.js';
import { ticks } from '../trace/ticks.js';
import { overview } from './overview.js';
import { spanRow } from './span-row.js';
import { splitter } from './splitter.js';

const AROUND = 8;

const narrow = matchMedia('(max-width: 860px)');

/** The span tree over a time axis. Draws only the rows in sight, so that thousands of spans stay smooth. */
export class Waterfall {

	critical = recall('critical', false);

	#model = null;

	#rows = [];

	#collapsed = new Set();

	#zoom = { from: 0, to: 1 };

	#selected = null;

	#top = 0;

	#height = 600;

	#scroller = null;

	#nameWidth = recall('nameWidth', 340);

	constructor(select, redraw) {
		this.onSelect = select;
		this.redraw = redraw;
		const inTree = (action) => (event) => event.target.closest('[role="tree"]') ? action() : false;
		this.keys = {
			j: () => this.#step(1),
			k: () => this.#step(-1),
			h: () => this.#fold(true),
			l: () => this.#fold(false),
			ArrowDown: inTree(() => this.#step(1)),
			ArrowUp: inTree(() => this.#step(-1)),
			ArrowLeft: inTree(() => this.#fold(true)),
			ArrowRight: inTree(() => this.#fold(false)),
			c: () => this.toggleCritical(),
			z: () => this.#setZoom(0, this.#model?.millis ?? 1),
		};
	}

	put(model, selected) {
		const whole = !this.#model || (this.#zoom.from === 0 && this.#zoom.to === this.#model.millis);
		this.#model = model;
		this.#selected = selected;
		if (whole) {
			this.#zoom = { from: 0, to: model.millis };
		}
		this.#count();
	}

	forget() {
		this.#model = null;
		this.#collapsed.clear();
		this.#top = 0;
		this.#scroller?.scrollTo(0, 0);
	}

	select(spanId) {
		this.#selected = spanId;
		this.redraw();
	}

	toggleCritical() {
		this.critical = !this.critical;
		remember('critical', this.critical);
		this.redraw();
	}

	/** Opens whatever hides the span and scrolls to it. */
	reveal(spanId) {
		const item = this.#model?.byId.get(spanId);
		for (let above = item?.parent; above; above = above.parent) {
			this.#collapsed.delete(above.span.spanId);
		}
		this.#count();
		const index = this.#rows.indexOf(item);
		if (index >= 0 && this.#scroller) {
			const y = index * this.#rowHeight();
			if (y < this.#scroller.scrollTop || y > this.#scroller.scrollTop + this.#scroller.clientHeight - 2 * this.#rowHeight()) {
				this.#scroller.scrollTo(0, Math.max(0, y - this.#scroller.clientHeight / 3));
			}
			const box = this.#scroller.getBoundingClientRect();
			if (box.top + y - this.#scroller.scrollTop > innerHeight - 60 || box.bottom < 60) {
				this.#scroller.scrollIntoView({ block: 'center' });
			}
		}
		this.redraw();
	}

	drawn() {
		const height = this.#scroller?.clientHeight ?? 0;
		if (height && Math.abs(height - this.#height) > 4) {
			this.#height = height;
			this.redraw();
		}
	}

	template() {
		const height = this.#rowHeight();
		const first = Math.max(0, Math.floor(this.#top / height) - AROUND);
		const slice = this.#rows.slice(first, Math.ceil((this.#top + this.#height) / height) + AROUND);
		const path = this.critical ? this.#model.critical ??= criticalPath(this.#model) : null;
		const row = { zoom: this.#zoom, selected: this.#selected, collapsed: this.#collapsed, toggle: (item) => this.#toggle(item), select: this.onSelect };
		return html`<section class="waterfall panel" aria-label="Spans" ${place({ '--name': `${this.#nameWidth}px` })}>
			${overview(this.#model, this.#zoom, (from, to) => this.#setZoom(from, to))}
			${this.#head()}
			<div class="wf-scroll" role="tree" aria-label="Spans as a tree" tabindex="0" aria-activedescendant=${this.#selected ? `span-${this.#selected}` : nothing}
				@scroll=${this.#scrolled} ${ref(this.#found)}>
				<div class="wf-space" ${place({ height: `${this.#rows.length * height}px` })}>
					<div class="wf-grid" aria-hidden="true"><div class="wf-lane">${this.#ticks().map((at) => html`<i ${place({ left: this.#share(at) })}></i>`)}</div></div>
					<div class="wf-slice" ${place({ transform: `translateY(${first * height}px)` })}>
						${repeat(slice, (item) => item.span.spanId, (item) => spanRow(item, { ...row, critical: path?.get(item) }))}
					</div></div>
			</div>
		</section>`;
	}

	#head() {
		return html`<div class="wf-head">
			<div class="wf-name">Span${this.#collapsed.size ? html`<button class="text-button" @click=${() => this.#foldAll(false)}>expand all</button>`
				: html`<button class="text-button" @click=${() => this.#foldAll(true)}>collapse all</button>`}</div>
			${splitter(this.#nameWidth, (width) => this.#resize(width))}
			<div class="wf-took num">Took</div>
			<div class="wf-track"><div class="wf-lane axis">${this.#ticks().map((at) =>
				html`<span class="wf-tick" ${place({ left: this.#share(at) })}>${duration(at)}</span>`)}</div></div>
		</div>`;
	}

	#ticks() {
		return ticks(this.#zoom.from, this.#zoom.to, narrow.matches ? 3 : 6);
	}

	#share(at) {
		return `${(at - this.#zoom.from) / (this.#zoom.to - this.#zoom.from) * 100}%`;
	}

	#found = (element) => {
		this.#scroller = element;
	};

	#scrolled = (event) => {
		this.#top = event.target.scrollTop;
		this.redraw();
	};

	#rowHeight() {
		return narrow.matches ? 46 : 28;
	}

	#count() {
		this.#rows = this.#model ? visibleRows(this.#model, this.#collapsed) : [];
	}

	#resize(width) {
		this.#nameWidth = Math.round(Math.min(900, Math.max(140, width)));
		remember('nameWidth', this.#nameWidth);
		this.redraw();
	}

	#setZoom(from, to) {
		this.#zoom = { from, to };
		this.redraw();
	}

	#toggle(item) {
		const { spanId } = item.span;
		this.#collapsed.delete(spanId) || this.#collapsed.add(spanId);
		this.#count();
		this.redraw();
	}

	#foldAll(fold) {
		this.#collapsed = new Set(fold ? this.#model.spans.filter((item) => item.children.length && item.depth > 0).map((item) => item.span.spanId) : []);
		this.#count();
		this.redraw();
	}

	#fold(fold) {
		const item = this.#model?.byId.get(this.#selected);
		if (item?.children.length && this.#collapsed.has(item.span.spanId) !== fold) {
			this.#toggle(item);
		}
		else if (fold && item?.parent) {
			this.#go(item.parent);
		}
	}

	#step(delta) {
		const now = this.#rows.findIndex((item) => item.span.spanId === this.#selected);
		const next = this.#rows[now < 0 ? 0 : Math.min(this.#rows.length - 1, Math.max(0, now + delta))];
		if (next) {
			this.#go(next);
		}
	}

	#go(item) {
		this.reveal(item.span.spanId);
		this.onSelect(item.span.spanId);
	}

}
