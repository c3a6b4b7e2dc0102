// All log records of a trace across its services, in time order; those of the selected span stand out.
import { plural, millisBetween } from '../format.js';
import { guard, html, nothing } from '../lit.js';
import { href } from '../route.js';
import { logRow } from './log-row.js';

const MOST = 1000;

export function traceLogs(model, selected, select) {
	const { logs, traceId, startNanos } = model.trace;
	return html`<section id="logs" class="trace-logs" aria-labelledby="logs-title">
		<div class="section-head"><h2 id="logs-title">${logs.length ? `${plural(logs.length, 'log record')} of this trace` : 'No log records'}</h2>
			${logs.length ? html`<a href=${href(['logs'], { traceId })}>Search in them</a>` : nothing}</div>
		${guard([model, selected], () => logs.length === 0 ? none()
			: html`<ol class="panel rows">${logs.slice(0, MOST).map((log) => logRow(log, {
				time: `+${millisBetween(startNanos, log.timeNanos).toFixed(1)} ms`,
				span: model.byId.get(log.spanId)?.span,
				marked: selected !== null && log.spanId === selected,
				select,
			}))}</ol>
			${logs.length > MOST ? html`<p class="note">The first ${MOST} are shown.</p>` : nothing}`)}
	</section>`;
}

function none() {
	return html`<p class="note">No service has sent a log record with this trace's id. Log records are linked when they are written
		inside a span and exported over OTLP; with the starter both happen by themselves.</p>`;
}
