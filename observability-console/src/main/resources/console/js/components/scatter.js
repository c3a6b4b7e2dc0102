// The traces of the list as dots: when they began against how long they took, on a logarithmic scale. Slow ones stand out.
import { date, duration, when } from '../format.js';
import { guard, html, svg } from '../lit.js';
import { go, href } from '../route.js';

const HEIGHT = 76;

const LEAST = 3;

export function scatter(traces) {
	return guard([traces], () => traces.length < LEAST ? html`` : drawing(traces));
}

function drawing(traces) {
	const times = traces.map((trace) => date(trace.startNanos).getTime());
	const first = Math.min(...times);
	const span = Math.max(Math.max(...times) - first, 1);
	const logs = traces.map((trace) => Math.log10(Math.max(trace.millis, 0.01)));
	const low = Math.floor(Math.min(...logs));
	const high = Math.max(Math.ceil(Math.max(...logs)), low + 1);
	const x = (index) => 1 + (times[index] - first) / span * 98;
	const y = (log) => HEIGHT - 8 - (log - low) / (high - low) * (HEIGHT - 16);
	const decades = Array.from({ length: high - low + 1 }, (_, index) => low + index).filter((decade) => high - low < 4 || (decade - low) % 2 === 0);
	const order = traces.map((_, index) => index).sort((a, b) => (traces[a].errors > 0) - (traces[b].errors > 0));
	return html`<figure class="scatter" aria-label="Traces by time and duration; the list below has the same traces">
		<svg width="100%" height=${HEIGHT} aria-hidden="true" @click=${open}>
			${decades.map((decade) => svg`<line class="grid" x1="0" x2="100%" y1=${y(decade)} y2=${y(decade)}/>`)}
			${order.map((index) => dot(traces[index], x(index), y(logs[index])))}
		</svg>
		<div class="scatter-scale" aria-hidden="true">${decades.map((decade) => html`<span>${duration(10 ** decade)}</span>`).reverse()}</div>
	</figure>`;
}

function dot(trace, x, y) {
	const tip = `${trace.rootService} · ${trace.rootName}\n${duration(trace.millis)} at ${when(trace.startNanos)}${trace.errors ? `\n${trace.errors} errors` : ''}`;
	return svg`<circle class="trace-dot ${trace.errors ? 'failed' : ''}" cx="${x}%" cy=${y} r=${trace.errors ? 4 : 3} data-tip=${tip} data-trace=${trace.traceId}/>`;
}

function open(event) {
	const { trace } = event.target.dataset;
	if (trace) {
		go(href(['trace', trace]));
	}
}
