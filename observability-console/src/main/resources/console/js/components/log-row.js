// One log record: a line that opens to its attributes. In a trace it leads to its span, elsewhere to its trace.
import { clock, shortId, when } from '../format.js';
import { html, nothing } from '../lit.js';
import { href } from '../route.js';
import { colourClass } from '../services.js';
import { attributes } from './attributes.js';
import { severity } from './chips.js';
import { stackTrace } from './stack-trace.js';

const STACK = 'exception.stacktrace';

export function logRow(log, { key = '', selected = false, time = null, span = null, marked = false, select = null } = {}) {
	const link = span && select
		? html`<button class="text-button" @click=${(event) => { event.preventDefault(); select(log.spanId); }} data-tip="Show its span">${span.name}</button>`
		: log.traceId ? html`<a href=${href(log.spanId ? ['trace', log.traceId, log.spanId] : ['trace', log.traceId])} data-open data-tip="Open its trace"><code>${shortId(log.traceId)}</code></a>`
			: html`<span class="faint" data-tip="Written outside of any trace">no trace</span>`;
	return html`<li data-row=${key || nothing} class="log ${marked ? 'marked' : ''} ${selected ? 'selected' : ''} ${log.severityNumber >= 17 ? 'failed' : ''}">
		<details><summary class="log-row">
			<span class="time" title=${when(log.timeNanos)}>${time ?? when(log.timeNanos)}</span>
			${severity(log)}
			<span class="log-service ${colourClass(log.service)}"><i class="swatch"></i><span>${log.service}</span></span>
			<span class="log-body">${log.body || log.eventName}</span>
			<span class="log-link">${link}</span>
		</summary>${detail(log)}</details></li>`;
}

export function logRowHead(last) {
	return html`<div class="log-row head" aria-hidden="true"><span class="time">Time</span><span>Level</span><span>Service</span><span>Message</span><span class="log-link">${last}</span></div>`;
}

function detail(log) {
	const { [STACK]: stack, ...rest } = log.attributes;
	return html`<div class="log-detail">
		<pre class="log-full">${log.body}</pre>
		${stack ? stackTrace(stack) : nothing}
		${attributes({ ...rest, logger: log.scope, time: clock(log.timeNanos), ...(log.eventName ? { 'event name': log.eventName } : {}) }, { search: false })}
	</div>`;
}
