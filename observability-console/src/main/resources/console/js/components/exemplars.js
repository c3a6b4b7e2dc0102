// Exemplars lead from a measured value to the trace in which it was measured: as dots on a chart and as a list.
import { clock, date, duration, quantity, shortId } from '../format.js';
import { html } from '../lit.js';
import { href } from '../route.js';

const MOST = 40;

const address = (exemplar) => href(['trace', exemplar.traceId, ...(exemplar.spanId ? [exemplar.spanId] : [])]);

/** Puts the dots over a drawn plot; those whose trace is no longer held are hollow and lead nowhere. */
export function placeExemplars(plot, exemplars, unit) {
	plot.over.querySelectorAll('.exemplar').forEach((dot) => dot.remove());
	for (const exemplar of exemplars.slice(0, MOST)) {
		const left = plot.valToPos(date(exemplar.timeNanos).getTime() / 1000, 'x');
		const top = plot.valToPos(exemplar.value, 'y');
		if (left >= 0 && left <= plot.over.clientWidth && top >= 0) {
			const dot = document.createElement(exemplar.known ? 'a' : 'span');
			dot.className = `exemplar ${exemplar.known ? '' : 'gone'}`;
			dot.dataset.tip = `${quantity(exemplar.value, unit)} at ${clock(exemplar.timeNanos)}\n${exemplar.known ? `Open trace ${shortId(exemplar.traceId)}` : 'Its trace is not held'}`;
			if (exemplar.known) {
				dot.href = address(exemplar);
				dot.setAttribute('aria-label', `Exemplar ${quantity(exemplar.value, unit)}, open its trace`);
			}
			dot.style.setProperty('left', `${left}px`);
			dot.style.setProperty('top', `${top}px`);
			plot.over.append(dot);
		}
	}
}

export function exemplarList(exemplars, unit) {
	const slowest = [...exemplars].sort((one, other) => other.value - one.value).slice(0, 12);
	const age = (exemplar) => duration(Math.max(0, Math.round((Date.now() - date(exemplar.timeNanos).getTime()) / 1000)) * 1000);
	return html`<section class="exemplars" aria-label="Exemplars"><h3>Exemplars, highest first</h3>
		<ul>${slowest.map((exemplar) => html`<li>${exemplar.known
			? html`<a class="exemplar-chip" href=${address(exemplar)}><i class="exemplar-dot"></i><b class="num">${quantity(exemplar.value, unit)}</b><code>${shortId(exemplar.traceId)}</code><span class="faint">${age(exemplar)} ago</span></a>`
			: html`<span class="exemplar-chip gone" data-tip="Its trace is not held: evicted, or never sent here"><i class="exemplar-dot"></i><b class="num">${quantity(exemplar.value, unit)}</b><code>${shortId(exemplar.traceId)}</code><span class="faint">not held</span></span>`}</li>`)}</ul></section>`;
}
