// The head of a trace: what it is, how long it took, who took part, and what to do with it.
import { clock, count, date, duration, plural } from '../format.js';
import { html, nothing } from '../lit.js';
import { href } from '../route.js';
import { colourClass } from '../services.js';
import { chip, copyButton } from './chips.js';
import { icons } from './icons.js';

export function TraceHead({ nextError, showLogs, waterfall }) {
	return (model) => {
		const { trace, spans, errors } = model;
		const root = spans.find((item) => !item.span.parentSpanId);
		const first = (root ?? spans[0]).span;
		const orphans = spans.filter((item) => item.span.orphan).length;
		return html`<header class="trace-head">
			<div class="trace-title">
				<a class="icon-button" href="#/traces" aria-label="Back to the list" data-tip="Back to the list (Esc)">${icons.back}</a>
				<h1 class=${colourClass(first.service)}><i class="swatch"></i><span class="service">${first.service}</span> ${first.name}</h1>
				<div class="trace-actions">
					${errors.length ? html`<button class="button" @click=${nextError} data-tip="The next span in which an error began (e)">${icons.error}Next error</button>` : nothing}
					<button class="button" aria-pressed=${waterfall.critical} @click=${() => waterfall.toggleCritical()}
						data-tip="Marks what the duration consists of (c)">Critical path</button>
					<a class="button" href="/api/traces/${trace.traceId}/export" download="trace-${trace.traceId}.json"
						data-tip="This trace and its logs as OTLP JSON">${icons.download}JSON</a>
				</div>
			</div>
			<dl class="trace-facts">
				<div><dt>Trace</dt><dd><code>${trace.traceId}</code>${copyButton(trace.traceId, 'trace id')}</dd></div>
				<div><dt>Started</dt><dd data-tip=${date(trace.startNanos).toLocaleString()}>${clock(trace.startNanos)}</dd></div>
				<div><dt>Duration</dt><dd class="strong">${duration(trace.millis)}</dd></div>
				<div><dt>Spans</dt><dd>${count(spans.length)}</dd></div>
				<div><dt>Errors</dt><dd class=${errors.length ? 'bad' : ''}>${errors.length ? html`${icons.error}${count(errors.length)}` : 'none'}</dd></div>
				<div><dt>Logs</dt><dd>${trace.logs.length ? html`<button class="text-button" @click=${showLogs}>${count(trace.logs.length)}</button>` : 'none'}</dd></div>
				<div class="who"><dt>Services</dt><dd>${model.services.map((service) => html`<a href=${href(['traces'], { service: service.name })}>${chip(service.name, service.spans, service.errors)}</a>`)}</dd></div>
			</dl>
			${doubts(root, orphans)}
		</header>`;
	};
}

function doubts(root, orphans) {
	if (!root) {
		return html`<div class="banner warn" role="status">${icons.warn}<span><strong>Incomplete.</strong> The root span has not arrived (yet).
			Either its service sends later, does not send here, or did not pass the trace context on.</span></div>`;
	}
	return orphans ? html`<div class="banner warn" role="status">${icons.warn}<span><strong>${plural(orphans, 'span')} without a parent here.</strong>
		The parent has not arrived (yet), or it was sent elsewhere. These spans are marked and stand at the top level.</span></div>` : nothing;
}
