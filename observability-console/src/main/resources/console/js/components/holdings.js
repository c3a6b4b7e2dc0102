// What is held, within which limits, and what was lost so far. Figures that this page does not know are listed as they come.
import { bytes, count } from '../format.js';
import { html, nothing } from '../lit.js';

const ROWS = [
	['Traces', 'tracesHeld', 'maxTraces', 'tracesReceived', 'tracesEvicted'],
	['Spans', 'spansHeld', 'maxSpans', 'spansReceived', 'spansEvicted'],
	['Logs', 'logsHeld', 'maxLogs', 'logsReceived', 'logsEvicted'],
	['Metric series', 'seriesHeld', 'maxSeries', 'seriesReceived', 'seriesDropped'],
];

const KNOWN = new Set([...ROWS.flat(), 'bytes']);

const words = (name) => name.replace(/([A-Z])/g, ' $1').toLowerCase();

export function holdings(state) {
	if (!state) {
		return html`<p>The console has not answered yet.</p>`;
	}
	const { stats, limits } = state;
	const cell = (value) => html`<td class="num">${value === undefined ? '–' : count(value)}</td>`;
	const others = Object.entries(stats).filter(([name, value]) => !KNOWN.has(name) && typeof value === 'number');
	return html`<table class="table">
			<thead><tr><th scope="col"></th><th scope="col" class="num">Held</th><th scope="col" class="num">Limit</th>
				<th scope="col" class="num">Received</th><th scope="col" class="num">Evicted or dropped</th></tr></thead>
			<tbody>${ROWS.map(([label, held, limit, received, lost]) => html`<tr><th scope="row">${label}</th>
				${cell(stats[held])}${cell(limits[limit])}${cell(stats[received])}${cell(stats[lost])}</tr>`)}</tbody>
		</table>
		<dl class="facts">
			${stats.bytes === undefined ? nothing : html`<div><dt>Memory used</dt><dd>${bytes(stats.bytes)} of ${bytes(limits.maxBytes)}</dd></div>`}
			${others.map(([name, value]) => html`<div><dt>${words(name)}</dt><dd>${count(value)}</dd></div>`)}
			<div><dt>Running since</dt><dd>${new Date(state.startedAt).toLocaleString()}</dd></div>
			<div><dt>OTLP endpoint</dt><dd><code>${state.otlpEndpoint}</code></dd></div>
		</dl>
		<p class="note">When a limit is reached, whole traces leave, oldest first. Spans that arrive for a trace that has left are counted, not kept.</p>`;
}
