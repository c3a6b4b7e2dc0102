// Exemplars lead from a measured value to the trace in which it was measured: as dots on a chart and as a list.
import { clock, date, duration, quantity, shortId } from '../format.js';
import { html } from '../lit.js';
import { href } from '../route.js';

const APART = 13;

const address = (exemplar) => href(['trace', exemplar.traceId, ...(exemplar.spanId ? [exemplar.spanId] : [])]);

/**
 * Puts the dots over a drawn plot, the highest first and none upon another; those whose trace is no longer held are
 * hollow and lead nowhere.
 */
export function placeExemplars(plot, exemplars, unit) {
	plot.over.querySelectorAll('.exemplar').forEach((dot) => dot.remove());
	const placed = [];
	for (const exemplar of [...exemplars].sort((one, other) => other.known - one.known || other.value - one.value)) {
		const left = plot.valToPos(date(exemplar.timeNanos).getTime() / 1000, 'x');
		const top = Math.max(0, plot.valToPos(exemplar.value, 'y'));
		const free = placed.every((other) => Math.hypot(other.left - left, other.top - top) >= APART);
		if (left >= 0 && left <= plot.over.clientWidth && free) {
			placed.push({ left, top });
			plot.over.append(dot(exemplar, unit, left, top));
		}
	}
}

function dot(exemplar, unit, left, top) {
	const element = document.createElement(exemplar.known ? 'a' : 'span');
	const value = quantity(exemplar.value, unit);
	element.className = `exemplar ${exemplar.known ? '' : 'gone'}`;
	element.dataset.tip = `${value} at ${clock(exemplar.timeNanos)}\n${exemplar.known ? `Open trace ${shortId(exemplar.traceId)}` : 'Its trace is not held'}`;
	if (exemplar.known) {
		element.href = address(exemplar);
		element.setAttribute('aria-label', `Exemplar ${value}, open its trace`);
	}
	element.style.setProperty('left', `${left}px`);
	element.style.setProperty('top', `${top}px`);
	return element;
}

export function exemplarList(exemplars, unit) {
	const slowest = [...exemplars].sort((one, other) => other.value - one.value).slice(0, 12);
	const age = (exemplar) => duration(Math.max(0, Math.round((Date.now() - date(exemplar.timeNanos).getTime()) / 1000)) * 1000);
	return html`<section class="exemplars" aria-label="Exemplars"><h3>Exemplars, highest first</h3>
		<ul>${slowest.map((exemplar) => html`<li>${exemplar.known
			? html`<a class="exemplar-chip" href=${address(exemplar)}><i class="exemplar-dot"></i><b class="num">${quantity(exemplar.value, unit)}</b><code>${shortId(exemplar.traceId)}</code><span class="faint">${age(exemplar)} ago</span></a>`
			: html`<span class="exemplar-chip gone" data-tip="Its trace is not held: evicted, or never sent here"><i class="exemplar-dot"></i><b class="num">${quantity(exemplar.value, unit)}</b><code>${shortId(exemplar.traceId)}</code><span class="faint">not held</span></span>`}</li>`)}</ul></section>`;
}
