// What is held, within which limits, and what was lost so far.
import { bytes, count, plural } from '../format.js';
import { html } from '../lit.js';

/** The figures of the footer. */
export function summary({ stats, limits, bytes: used }) {
	const { traces, logs, metrics } = stats;
	return {
		traces: traces.traces, maxTraces: limits.maxTraces, spans: traces.spans, logs: logs.logs, series: metrics.series, used,
		lost: traces.tracesEvicted + logs.evicted + metrics.seriesEvicted + metrics.seriesDropped,
	};
}

export function holdings(state) {
	if (!state) {
		return html`<p>The console has not answered yet.</p>`;
	}
	const { stats: { traces, logs, metrics }, limits } = state;
	return html`<table class="table">
			<thead><tr><th scope="col"></th>${['Held', 'Limit', 'Received', 'Evicted or dropped'].map((title) => html`<th scope="col" class="num">${title}</th>`)}</tr></thead>
			<tbody>
				${row('Traces', traces.traces, limits.maxTraces, null, traces.tracesEvicted)}
				${row('Spans', traces.spans, limits.maxSpans, traces.spansReceived, traces.spansEvicted + traces.lateSpans + traces.spansOverTraceLimit)}
				${row('Log records', logs.logs, limits.maxLogs, logs.received, logs.evicted + logs.tooLarge)}
				${row('Metric series', metrics.series, limits.maxSeries, null, metrics.seriesEvicted + metrics.seriesDropped)}
				${row('Metric points', metrics.points, null, metrics.pointsReceived, metrics.pointsEvicted + metrics.pointsDropped)}
			</tbody>
		</table>
		<dl class="facts">${facts(state).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
		<p class="note">When a limit is reached, whole traces leave, oldest first. Spans that arrive for a trace that has left are counted, not kept;
			of each series the newest ${count(limits.pointsPerSeries)} points stay.</p>`;
}

function row(label, ...values) {
	return html`<tr><th scope="row">${label}</th>${values.map((value) => html`<td class="num">${value === null ? '–' : count(value)}</td>`)}</tr>`;
}

function facts({ stats, limits, bytes: used, receiver, otlpEndpoint, startedAt }) {
	const rejected = Object.entries(receiver.rejectedRequests).filter(([, number]) => number > 0);
	return [
		['Memory used', `${bytes(used)} of ${bytes(limits.maxBytes)}`],
		['OTLP requests', `${count(receiver.requests)}, ${bytes(receiver.bytes)}`],
		['Requests refused', rejected.length ? rejected.map(([reason, number]) => `${reason.toLowerCase().replaceAll('_', ' ')} ${count(number)}`).join(', ') : 'none'],
		['Invalid or refused records', count(receiver.invalidRecords + receiver.refusedRecords)],
		['Spans too late', count(stats.traces.lateSpans)],
		['Spans over the limit of a trace', count(stats.traces.spansOverTraceLimit)],
		['Values cut short', plural(stats.valuesCut, 'value')],
		['Attributes and events dropped', count(stats.partsDropped)],
		['Cleared by hand', `${plural(stats.traces.spansCleared, 'span')}, ${plural(stats.logs.cleared, 'log')}`],
		['Running since', new Date(startedAt).toLocaleString()],
		['OTLP endpoint', html`<code>${otlpEndpoint}</code>`],
	];
}
