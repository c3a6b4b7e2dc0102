// One trace in the list: a link with everything that helps to choose it.
import { count, duration, plural, when } from '../format.js';
import { html, nothing, place } from '../lit.js';
import { href } from '../route.js';
import { colourClass } from '../services.js';
import { chip } from './chips.js';
import { icons } from './icons.js';

const CHIPS = 6;

export function traceRowHead() {
	return html`<div class="trace-row head" aria-hidden="true">
		<span class="time">Time</span><span class="root">Root</span><span class="services">Services</span>
		<span class="marks">Errors, logs</span><span class="spans num">Spans</span><span class="took">Duration</span></div>`;
}

export function traceRow(trace, longest, selected) {
	const services = trace.services.slice(0, CHIPS);
	return html`<li data-row=${trace.traceId}>
		<a class="trace-row ${trace.errors ? 'failed' : ''} ${selected === trace.traceId ? 'selected' : ''}" data-open href=${href(['trace', trace.traceId])}>
			<span class="time">${when(trace.startNanos)}</span>
			<span class="root ${colourClass(trace.rootService)}"><i class="swatch"></i><span class="service">${trace.rootService}</span>
				<span class="name" title=${trace.rootName}>${trace.rootName}</span>${doubts(trace)}</span>
			<span class="services">${services.map((service) => chip(service.name, service.spans, service.errors))}
				${trace.services.length > CHIPS ? html`<span class="chip">+${trace.services.length - CHIPS}</span>` : nothing}</span>
			<span class="marks">
				${trace.errors ? html`<span class="mark error" data-tip=${plural(trace.errors, 'span with an error', 'spans with errors')}>${icons.error}${count(trace.errors)}<span class="hidden">errors</span></span>` : nothing}
				${trace.logs ? html`<span class="mark" data-tip=${plural(trace.logs, 'log record')}>${icons.log}${count(trace.logs)}<span class="hidden">logs</span></span>` : nothing}</span>
			<span class="spans num">${count(trace.spans)}<span class="unit"> ${trace.spans === 1 ? 'span' : 'spans'}</span></span>
			<span class="took"><span class="meter ${trace.millis > longest ? 'over' : ''}"><i ${place({ width: `${Math.min(100, Math.max(1, trace.millis / longest * 100))}%` })}></i></span
				><span class="num">${duration(trace.millis)}</span></span>
		</a></li>`;
}

function doubts(trace) {
	if (!trace.complete) {
		return html`<span class="doubt" data-tip="No root span has arrived (yet): the beginning of this trace is missing">incomplete</span>`;
	}
	return trace.orphans ? html`<span class="doubt" data-tip="${plural(trace.orphans, 'span')} whose parent has not arrived">${plural(trace.orphans, 'orphan')}</span>` : nothing;
}
