// Everything known about the selected span; what went wrong comes first.
import { copy } from '../app.js';
import { duration, millisBetween, plural, shortId } from '../format.js';
import { html, nothing } from '../lit.js';
import { href } from '../route.js';
import { colourClass } from '../services.js';
import { selfMillis } from '../trace/model.js';
import { attributes } from './attributes.js';
import { copyButton, severity } from './chips.js';
import { icons } from './icons.js';
import { stackTrace } from './stack-trace.js';

export function spanDetail(model, item, { select, close }) {
	const { span } = item;
	const exceptions = span.events.filter((event) => event.name === 'exception');
	const events = span.events.filter((event) => event.name !== 'exception');
	return html`<aside class="detail" aria-label="Span ${span.name}">
		<header class="detail-head ${colourClass(span.service)}">
			<div><p class="detail-service"><i class="swatch"></i>${span.service}<span class="kind">${span.kind.toLowerCase()}</span></p>
				<h2>${span.name}</h2></div>
			<button class="icon-button" @click=${close} aria-label="Close details" data-tip="Close (Esc)">${icons.close}</button>
		</header>
		<div class="detail-body">
			<dl class="detail-facts">
				<div><dt>Duration</dt><dd>${duration(span.millis)}</dd></div>
				<div><dt>Self</dt><dd data-tip="Without the time that its children cover">${duration(selfMillis(item))}</dd></div>
				<div><dt>Starts at</dt><dd>+${duration(item.from)}</dd></div>
				<div><dt>Status</dt><dd class=${item.error ? 'bad' : ''}>${item.error ? icons.error : nothing}${span.status.toLowerCase()}</dd></div>
			</dl>
			${span.orphan ? html`<div class="banner warn">${icons.warn}<span>Its parent <code>${span.parentSpanId}</code> has not arrived.</span></div>` : nothing}
			${span.statusMessage ? html`<p class="status-message">${span.statusMessage}</p>` : nothing}
			${exceptions.map(exception)}
			${section('Attributes', Object.keys(span.attributes).length, attributes(span.attributes))}
			${item.logs.length ? section('Logs', item.logs.length, html`<ol class="mini-logs">${item.logs.map((log) => html`<li>
				<span class="time">+${duration(millisBetween(model.trace.startNanos, log.timeNanos))}</span>${severity(log)}<span>${log.body || log.eventName}</span></li>`)}</ol>`) : nothing}
			${events.length ? section('Events', events.length, events.map((event) => html`<h4>${event.name}
				<span class="time">+${duration(millisBetween(model.trace.startNanos, event.timeNanos))}</span></h4>${attributes(event.attributes)}`)) : nothing}
			${span.links.length ? section('Links', span.links.length, span.links.map(link)) : nothing}
			${folded('Resource', attributes(span.resource, { search: false }))}
			${folded('Identity', identity(item, select))}
		</div>
	</aside>`;
}

function section(title, number, content) {
	return html`<section class="detail-section"><h3>${title} <span class="number">${number}</span></h3>${content}</section>`;
}

function folded(title, content) {
	return html`<details class="detail-section"><summary><h3>${title}</h3></summary>${content}</details>`;
}

function exception(event) {
	const { 'exception.type': type, 'exception.message': message, 'exception.stacktrace': stack, ...rest } = event.attributes;
	return html`<section class="exception" aria-label="Exception">
		<h3>${icons.error}${type ?? 'Exception'}</h3>
		${message ? html`<p>${message}</p>` : nothing}
		${stack ? stackTrace(stack) : nothing}
		${Object.keys(rest).length ? attributes(rest) : nothing}</section>`;
}

function link(target) {
	return html`<p class="span-link">${icons.link}<a href=${href(['trace', target.traceId, ...(target.spanId ? [target.spanId] : [])])}>Trace <code>${shortId(target.traceId)}</code>,
		span <code>${target.spanId}</code></a></p>${Object.keys(target.attributes).length ? attributes(target.attributes) : nothing}`;
}

function identity({ span, parent, children }, select) {
	const own = `${location.origin}/${href(['trace', span.traceId ?? location.hash.split('/')[2], span.spanId])}`;
	return html`<dl class="ids">
		<div><dt>Span</dt><dd><code>${span.spanId}</code>${copyButton(span.spanId, 'span id')}</dd></div>
		<div><dt>Parent</dt><dd>${parent ? html`<button class="text-button" @click=${() => select(parent.span.spanId)}>${parent.span.name}</button>` : span.parentSpanId || 'none (root)'}</dd></div>
		<div><dt>Children</dt><dd>${children.length ? plural(children.length, 'span') : 'none'}</dd></div>
		<div><dt>Instance</dt><dd>${span.instance || '–'}</dd></div>
		<div><dt>Scope</dt><dd>${span.scope || '–'}</dd></div>
		<div><dt>Address</dt><dd><button class="text-button" @click=${() => copy(own, 'Address')}>Copy link to this span</button></dd></div>
	</dl>`;
}
